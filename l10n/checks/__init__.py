"""What is wrong with translations: one file a family of rules, and the table of all rules.

``model`` says what a rule is: it sees a pair (a message and its translation), all pairs of a locale, a
catalog with its deck, the figures of a locale, or a slide as a browser shows it. Each family is a file with
its ``RULES``; ``table`` puts them together and knows their names. ``subjects`` reads catalogs and decks,
``examine`` asks the rules about one catalog, ``batch`` does this for some and asks those that see many
pairs, ``runner`` goes through all and then through the locales, ``causes`` leaves out what follows from
another finding, ``repair`` mends and asks again. A rule tells flaws, and only ``findings`` makes findings of
them: what came of a catalog is ``Checked``, and of all ``Outcome``. A rule names the signs that it is about
(``Rule.signs``: a backtick, brackets, quotes), and is only asked about pairs that have one; a law says that
it would find nothing in others. What the run must know of a rule stands in its fields, not in its name:
``after_build``, ``unless_explained``, ``tells_problem``, ``house_style`` (asked by ``habits``). What several
rules need is compared once (``Pair.once``), so that one cause gives one finding: ``links`` sorts each target
that is not where it was into lost, changed, broken and spaced.

``evidence.fit`` says how well a translation goes with a message: by what both have in common in any
language, and by ``evidence.lexicon``, which learns from the locale's other translations what goes with
which word. ``neighbours`` asks this of neighbours, and ``truncation`` which words are missing; no
dictionary is shipped. ``evidence.terms`` learns which terms a glossary may begin with (``drafting``). The
weights were fitted once to translations in nine languages, and hold for any.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n.doors import door

if TYPE_CHECKING:
    from l10n.checks.baseline import Baseline
    from l10n.checks.drafting import drafted
    from l10n.checks.evidence.terms import Draft
    from l10n.checks.finding import Finding
    from l10n.checks.findings import whereabouts
    from l10n.checks.model import Flaw, Pair, RenderedFlaw, RenderedRule, Rule, Setting
    from l10n.checks.request import Request
    from l10n.checks.rules.names import lost_names
    from l10n.checks.rules.truncation import lacks_sentence
    from l10n.checks.runner import Outcome, Seen, check_catalogs
    from l10n.checks.shown import LEAST_SEEN, Overflow, ShownSlide
    from l10n.checks.subjects import Job, Reader
    from l10n.checks.table import FAMILIES
else:
    __getattr__ = door(
        __name__,
        {
            "baseline": "Baseline",
            "drafting": "drafted",
            "evidence.terms": "Draft",
            "findings": "whereabouts",
            "finding": "Finding",
            "model": "Flaw Pair RenderedFlaw RenderedRule Rule Setting",
            "request": "Request",
            "rules.names": "lost_names",
            "rules.truncation": "lacks_sentence",
            "runner": "Outcome Seen check_catalogs",
            "shown": "LEAST_SEEN Overflow ShownSlide",
            "subjects": "Job Reader",
            "table": "FAMILIES",
        },
    )
