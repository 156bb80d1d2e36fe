"""What checks call an error is doubtful."""

import pytest
from support import deck_of

from l10n.adopt.doubts import doubt
from l10n.checks.model import Setting


@pytest.mark.parametrize(
    ("source", "translated", "why"),
    [
        ("Run `ls` now", "Lancer `ls`", ""),
        ("Run `ls` now", "Lancer `dir`", "the code `ls` has become `dir`"),
        ("Plain text", "###Du texte", "it would begin a heading"),
        ("See [it](http://x.org)", "Le voir", "http://x.org"),
        ("Plain .red[text]", "Du texte", "red"),
        ("It has gRPC, MQTT, NATS, AMQP", "Il a gRPC et MQTT", "the names NATS, AMQP are missing"),
        ("It has gRPC, MQTT, NATS, AMQP", "Il a gRPC, MQTT, NATS et l'AMQP", ""),
        ("It has many APIs and URLs", "Il a maintes API et URL", ""),
        ("It has HTTP and HTML", "Il a l'hypertexte et HTML", ""),
        ("It takes 15 minutes", "Cela dure un peu", "the number 15"),
        ("It takes 3 minutes", "Cela dure trois minutes", ""),
        ("A bird flies to the lake. Nobody sees it.", "Un oiseau vole.", "a sentence may be missing"),
        ("A bird flies to the lake. Nobody sees it.", "Un oiseau vole au lac, que nul ne voit.", ""),
        (
            "Birds fly. They are on the roof of it.",
            "Vole. They are on the roof of it.",
            "left in the language",
        ),
    ],
)
def test_markup_that_is_not_the_sources_is_doubtful(source: str, translated: str, why: str) -> None:
    said = doubt(deck_of(source).segments[0], translated, Setting("fr"))
    assert why in said
    assert bool(said) == bool(why)
