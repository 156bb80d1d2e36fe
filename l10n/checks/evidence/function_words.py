"""The little words of languages that messages are written in: adding a language is adding data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_WORDS = {
    "de": """
        aber als am an auch auf aus bei bis da das dass dem den der des die diese dieser du durch
        ein eine einem einen einer er es für haben hat ich ihr im in ist kann man mit nach nicht
        noch nur oder sein sich sie sind so um und uns vom von vor was wenn werden wie wir wird zu
        zum zur über
    """,
    "en": """
        a about after all also an and any are as at be because been before being but by can could
        did do does each for from had has have he her here his how i if in into is it its just like
        may me more most must my no not of on one only or other our out over own same she should so
        some such than that the their them then there these they this those through to too under
        until up us use very was we were what when where which while who why will with would you
        your
    """,
    "es": """
        a al como con de del donde el ella en entre es esta este esto fue ha han hay la las le les
        lo los muy más no nos o para pero por porque que se si sin sobre son su sus también un una
        uno y ya
    """,
    "fr": """
        a au aux avec ce ces cette comme dans de des du elle en est et il ils je la le les leur mais
        ne nous on ou où par pas peut plus pour qu que qui sa se ses si son sont sur tout très un
        une vous à été
    """,
    "it": """
        a ai al alla anche che chi come con da dal dalla dei del della delle di e essere gli ha
        hanno i il in io la le lo ma nel nella non o per perché più quando quello questa questo se
        si sia sono su sul un una è
    """,
    "nl": """
        aan als bij dan dat de deze die dit door een en er geen haar heeft het hij hoe hun ik in is
        je kan maar met naar niet nog of om onder ook op over te tot uit van voor waar was wat we
        wel worden wordt ze zich zijn zo
    """,
    "pt": """
        a ao aos as com como da das de do dos e ela ele em entre essa esse esta este eu foi há isso
        já mais mas na nas no nos não o os ou para pela pelo por quando que se sem ser seu sua são
        também um uma à é
    """,
}
FUNCTION_WORDS: Final[Mapping[str, frozenset[str]]] = {
    language: frozenset(words.split()) for language, words in _WORDS.items()
}
"""By language, words without which it has hardly a sentence, in small letters."""
