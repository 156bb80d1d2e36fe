"""What a maintainer and translators do with Weblate, and what must come of it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from bench.weblate.api import APPROVED, NEEDS_EDITING, TRANSLATED, Weblate
from bench.weblate.course import DECKS, FRENCH, ITEMS, LINK, LONG, Course
from bench.weblate.server import GIT_URL

PAGE = Path(__file__).parents[2] / "docs" / "weblate.md"
ARABIC = {
    "One": ("واحد", TRANSLATED),
    "Hello, dear world": ("مرحبا أيها العالم العزيز", TRANSLATED),
    LONG: ("فقرة أطول من سطر في الفهرس، حتى يقسمها من يقسم الأسطر: هذه هي الفقرة الطويلة كلها", APPROVED),
    LINK: ("اقرأ [الدليل](https://example.com/manual) ثم **قف**", TRANSLATED),
    "Speak slowly": ("تكلم", NEEDS_EDITING),
}
SPANISH = "locales/es/LC_MESSAGES/three.po"
DISCOVERY = "weblate.discovery.discovery"
BROKEN = "Lisez le manuel"
OWN = re.compile(r"(PO-Revision-Date|Last-Translator|Language-Team|X-Generator|Plural-Forms): ")
"""Fields of a header that are the translators'."""


@dataclass
class Play:
    """The course and the Weblate that it is translated with; each thing seen is printed."""

    weblate: Weblate
    course: Course
    seen: list[str] = field(default_factory=list)

    def see(self, truth: object, sentence: str) -> None:
        """Print what was seen, or end where it is not so."""
        if not truth:
            raise SystemExit(f"not so: {sentence}")
        self.seen.append(sentence)
        print("*", sentence, flush=True)

    def run(self) -> None:
        """All acts, in order."""
        for act in ACTS:
            act(self)
        print(f"{len(self.seen)} statements hold")


def components(play: Play) -> None:
    """The first component is added by hand, as the page says; the add-on finds the others."""
    ask = play.weblate.ask
    if any(one["slug"] == "course" for one in play.weblate.all("projects/")):
        ask("DELETE", "projects/course/")
    ask("POST", "projects/", name="Course", slug="course", web="https://example.com/")
    ask("PATCH", "projects/course/", translation_review=True)
    values = {"name": "one", "slug": "one", "vcs": "git", "branch": "main", "file_format": "po"}
    values |= {"filemask": "locales/*/LC_MESSAGES/one.po", "new_base": "locales/templates/one.pot"}
    values |= {"repo": GIT_URL, "push": GIT_URL, "check_flags": "md-text"}
    ask("POST", "projects/course/components/", **values, file_format_params={"po_line_wrap": 65535})
    _discover(play)
    listed = play.weblate.all("projects/course/components/")
    found = {one["slug"]: one for one in listed if not one["is_glossary"]}
    names = {one["name"] for one in found.values()}
    play.see(names == set(DECKS), f"discovery adds to the first component: {', '.join(sorted(names))}")
    for slug in sorted(found):
        translations = play.weblate.all(f"components/course/{slug}/translations/")
        languages = {one["language"]["code"] for one in translations}
        play.see(languages == {"en", "ar", "fr"}, f"{slug} has its languages")
        params = found[slug]["file_format_params"]
        play.see(params["po_line_wrap"] == 65535, f"{slug} wraps lines at newlines only")
        play.see(found[slug]["check_flags"] == "md-text", f"{slug} has the flag md-text")


def _discover(play: Play) -> None:
    """Have the add-on look for components, as it does after each update where a worker runs its tasks."""
    for one in play.weblate.all("addons/"):
        if one["name"] == DISCOVERY:
            play.weblate.ask("DELETE", f"addons/{one['id']}/")
    settings = json.loads(re.findall(r"```json.*?\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)[0])
    play.weblate.ask(
        "POST",
        "components/course/one/addons/",
        name=DISCOVERY,
        configuration=settings | {"copy_addons": True},
    )


def reading(play: Play) -> None:
    """What translators see."""
    arabic, french = play.weblate.units("one", "ar"), play.weblate.units("one", "fr")
    play.see(arabic.keys() == french.keys() and len(arabic) == 5, "each message of the deck is a string")
    fuzzy = arabic["Hello, dear world"]
    play.see(fuzzy["state"] == NEEDS_EDITING, "a fuzzy entry needs editing")
    play.see(fuzzy["previous_source"] == "Hello world", "with its previous source text")
    play.see("be brief" in arabic[LONG]["note"], "a comment of the deck stands beside the string")
    play.see(all(one["state"] >= TRANSLATED for one in french.values()), "what is complete is complete")
    play.see(not _found(play, "has:check"), "Weblate's checks find nothing in French that is right")


def _found(play: Play, query: str) -> set[str]:
    """Source texts of the French strings that a query finds."""
    units = play.weblate.all("units/", q=f"project:course AND language:fr AND {query}")
    return {unit["source"][0] for unit in units}


def translating(play: Play) -> None:
    """Translate, approve, mark for editing, and break: what comes back is just that."""
    units = play.weblate.units("one", "ar")
    for source, (target, state) in ARABIC.items():
        play.weblate.save(units[source], target, state)
    play.weblate.save(play.weblate.units("one", "fr")[LINK], BROKEN)
    play.see(_found(play, "check:md-link") == {LINK}, "its check md-link names a link that is missing")
    lines = play.weblate.units("three", "ar")["First line  \nsecond line"]
    play.weblate.save(lines, "السطر الأول  \nالسطر الثاني")
    before = play.course.catalogs()
    fetch(play)
    after = play.course.catalogs()
    touched = {
        "locales/ar/LC_MESSAGES/one.po": set(ARABIC),
        "locales/fr/LC_MESSAGES/one.po": {LINK},
        "locales/ar/LC_MESSAGES/three.po": {"First line  \nsecond line"},
    }
    play.see(before.keys() == after.keys(), "there is no other catalog than before")
    for name, text in after.items():
        _only(play, name, before[name], text, len(touched.get(name, ())))


def _only(play: Play, name: str, before: str, after: str, count: int) -> None:
    """An entry is a paragraph: as many changed as were touched, and all others kept their lines."""
    old, new = before.rstrip("\n").split("\n\n"), after.rstrip("\n").split("\n\n")
    differ = [pair for pair in zip(old[1:], new[1:], strict=True) if pair[0] != pair[1]]
    play.see(len(differ) == count, f"{name}: {count} entries changed, all others kept their lines")
    header = set(old[0].splitlines()) ^ set(new[0].splitlines())
    play.see(all(OWN.search(line) for line in header), f"{name}: of the header, only translators' fields did")


def fetch(play: Play) -> None:
    """Have Weblate commit and push, and pull that."""
    play.weblate.repository("commit")
    play.weblate.repository("push")
    play.course.git("pull", "-q", "--no-rebase", "origin", "main")


def syncing(play: Play) -> None:
    """What `l10n` makes of it."""
    said = _synced(play)
    play.see("the link https://example.com/manual is missing" in said, "what would break the deck is named")
    built = (play.course.root / "build/fr/one.md").read_text(encoding="utf-8")
    play.see(LINK in built and BROKEN not in built, "and is not published")
    built = (play.course.root / "build/ar/one.md").read_text(encoding="utf-8")
    play.see(ARABIC[LINK][0] in built, "what was translated is published")
    play.see(ARABIC["Speak slowly"][0] not in built, "but for what needs editing")
    found = play.course.l10n("check", "fr")
    play.see("fr/LC_MESSAGES/one.po" in found and " error" in found, "check names it, too")
    _again(play)


def upstream(play: Play) -> None:
    """A deck is edited, synced and pushed; Weblate follows, and what is mended there comes back."""
    deck = DECKS["part/two"].replace("Then the rest", "Then all the rest")
    play.course.deck("part/two", deck + "\n---\n\n# The end\n")
    play.course.publish("An edit")
    play.weblate.repository("pull")
    units = play.weblate.units("parttwo", "fr")
    edited = units["Then all the rest"]
    play.see(edited["state"] == NEEDS_EDITING, "an edit of the deck needs editing in Weblate")
    play.see(edited["previous_source"] == "Then the rest", "with the text it was made for")
    play.see(units["The end"]["state"] == 0, "a new slide is a string without translation")
    play.see(units[ITEMS]["target"] == [FRENCH[ITEMS]], "all else is translated as before")
    play.weblate.save(edited, "Puis tout le reste")
    play.weblate.save(play.weblate.units("one", "fr")[LINK], FRENCH[LINK])
    before = play.course.catalogs()
    fetch(play)
    after = play.course.catalogs()
    changed = {name for name in after if after[name] != before[name]}
    expected = {f"locales/fr/LC_MESSAGES/{name}.po" for name in ("one", "part/two")}
    play.see(changed == expected, "only the two catalogs that were edited come back")
    for name in sorted(changed):
        _only(play, name, before[name], after[name], 1)
    said = _synced(play)
    play.see("not published" not in said, "nothing is refused any more")
    built = (play.course.root / "build/fr/part/two.md").read_text(encoding="utf-8")
    play.see("# Puis tout le reste" in built, "and the edit is published")
    _again(play)


def beginning(play: Play) -> None:
    """A translator begins a language in one deck; the project has it then, in all decks."""
    fetch(play)
    play.weblate.ask("POST", "components/course/three/translations/", language_code="es")
    play.weblate.save(play.weblate.units("three", "es")["Three"], "Tres")
    before = play.course.catalogs()
    fetch(play)
    begun = {name: text for name, text in play.course.catalogs().items() if name not in before}
    play.see(list(begun) == [SPANISH], "a language that Weblate begins is a catalog")
    play.course.l10n("sync")
    after = play.course.catalogs()
    _only(play, SPANISH, begun[SPANISH], after[SPANISH], 0)
    built = (play.course.root / "build/es/three.md").read_text(encoding="utf-8")
    play.see("# Tres" in built, "sync publishes what is translated in it, without `init`")
    new = {name for name in after if name.startswith("locales/es/")} - begun.keys()
    play.see(len(new) == len(DECKS) - 1, "and makes its catalogs of the other decks")
    _again(play)
    play.weblate.repository("pull")
    found = play.weblate.units("one", "es")
    play.see(len(found) == 5, "which Weblate finds")


def sharing(play: Play) -> None:
    """The decks share one catalog from now on: nothing is lost, and Weblate has one component more."""
    had = {locale: _translations(play, locale, DECKS) for locale in ("ar", "es", "fr")}
    settings = play.course.root / "l10n.toml"
    settings.write_text(SHARED + settings.read_text(encoding="utf-8"), encoding="utf-8")
    play.course.publish("One catalog for all decks")
    for one in play.weblate.all("addons/"):
        play.weblate.ask("DELETE", f"addons/{one['id']}/")
    play.weblate.repository("pull")
    _discover(play)
    slugs = {one["slug"] for one in play.weblate.all("projects/course/components/") if not one["is_glossary"]}
    play.see(
        "messages" in slugs, f"discovery finds the catalog that decks share; components: {sorted(slugs)}"
    )
    for locale, known in had.items():
        found = _translations(play, locale, ("messages",))
        play.see(
            found == known,
            f"{locale}: it has all texts, and what needs editing; what was approved is translated",
        )
    before = play.course.catalogs()
    play.weblate.save(play.weblate.units("messages", "es")["Hello, dear world"], "Hola, mundo")
    play.weblate.repository("commit", "messages")
    play.weblate.repository("push", "messages")
    play.course.git("pull", "-q", "--no-rebase", "origin", "main")
    for name, text in play.course.catalogs().items():
        _only(play, name, before[name], text, int("/es/" in name))
    play.course.l10n("sync")
    play.see(not play.course.git("status", "--short"), "sync changes nothing in it")
    built = (play.course.root / "build/es/one.md").read_text(encoding="utf-8")
    play.see("Hola, mundo" in built, "what is saved there is published")


SHARED = 'catalogs-per = "project"\n'


def _translations(play: Play, locale: str, decks: Iterable[str]) -> dict[str, tuple[str, int]]:
    """By source text: what Weblate has of some components, and in which state; catalogs know no approval."""
    units = (play.weblate.units(deck.replace("/", ""), locale) for deck in decks)
    return {
        text: (unit["target"][0], min(unit["state"], TRANSLATED))
        for found in units
        for text, unit in found.items()
    }


def _synced(play: Play) -> str:
    """What sync says; it takes the line that tells the change of a fuzzy entry, which Weblate leaves."""
    said = play.course.l10n("sync")
    diff = play.course.git("diff", "--unified=0", "--", "locales").splitlines()
    lines = [line for line in diff if line[:1] in {"+", "-"} and not line.startswith(("+++", "---"))]
    mended = len(lines) == 1 and lines[0].startswith("-#. changed: ")
    play.see(mended, "sync takes `#. changed:` from the one entry that was mended, and writes nothing else")
    return said


def _again(play: Play) -> None:
    """What sync wrote is pushed, and a second run writes nothing."""
    play.course.publish("What was mended")
    play.course.l10n("sync")
    play.see(not play.course.git("status", "--short"), "a second round changes nothing")


ACTS: tuple[Callable[[Play], None], ...] = (
    components,
    reading,
    translating,
    syncing,
    upstream,
    beginning,
    sharing,
)
