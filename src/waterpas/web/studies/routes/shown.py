"""The lists as a page shows them: with the pages of the platform, and the letters as files."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from waterpas.explain.method_questions import questions_of
from waterpas.explain.methods import PLANS
from waterpas.routebook import Answers, Found, Routes, Source, book
from waterpas.texts import Language
from waterpas.web.people.models import Person
from waterpas.web.people.permissions import Permission
from waterpas.web.ui.languages import thousands

# What a page of the table is here: the address, the words of the link, and who may come in.
PAGES: dict[str, tuple[str, str, str | Promise, Permission]] = {
    "scan": ("scans:list", "", _("Naar de beleidstoetsen"), Permission.SCAN_VIEW),
    "decision-points": (
        "register:list",
        "",
        _("Kies een onderwerp in het register"),
        Permission.REGISTER_VIEW,
    ),
    "letter-list": (
        "scans:begin",
        "?list=letter",
        _("Begin met een brief"),
        Permission.SCAN_CHANGE,
    ),
    "vacancy-list": (
        "scans:begin",
        "?list=vacancy",
        _("Begin met een vacature"),
        Permission.SCAN_CHANGE,
    ),
    "finding": ("findings:add", "", _("Bevinding opschrijven"), Permission.FINDING_CHANGE),
    "percentages": (
        "studies:add",
        "?kind=barometer",
        _("Neem de uitkomst over"),
        Permission.STUDY_CHANGE,
    ),
    "plans": (
        "studies:plans",
        "",
        _("Reken uit hoeveel mensen u nodig hebt"),
        Permission.STUDY_VIEW,
    ),
    "study": ("studies:add", "", _("Begin een onderzoek"), Permission.STUDY_CHANGE),
}
KINDS = (("docx", "Word"), ("odt", "OpenDocument"), ("txt", _("Tekst")))


@dataclass(frozen=True, slots=True)
class ShownSource:
    """Where something comes from; what is ours was read nowhere."""

    name: str
    url: str
    read_in: date | None


@dataclass(frozen=True, slots=True)
class ShownLetter:
    """A letter: what the sender must know, and where the files are; in full the first time only."""

    id: str
    is_again: bool
    title: str
    to: str
    signed_by: str
    before: tuple[str, ...]
    asks_price: bool
    files: tuple[tuple[str, Any], ...]


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row with its link, when this reader may follow it; each question with where it begins."""

    row: Found
    url: str
    label: Any
    letters: tuple[ShownLetter, ...]
    sources: tuple[ShownSource, ...]
    questions: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ShownList:
    """One of the three lists."""

    code: str
    label: str
    lead: str
    rows: tuple[ShownRow, ...]


def lists_for(found: Routes, person: Person) -> list[ShownList]:
    """The three lists, as this person can use them."""
    seen: set[str] = set()
    return [
        ShownList(
            one.code,
            one.label.text(found.lang),
            one.lead.text(found.lang),
            tuple(_row(row, found, person, seen) for row in found.lists[one.code]),
        )
        for one in book().lists
    ]


def _row(row: Found, found: Routes, person: Person, seen: set[str]) -> ShownRow:
    url, label = "", ""
    if row.page:
        name, query, words, needed = PAGES[row.page]
        if person.may(needed):
            url, label = reverse(name) + (query or _people(row.page, found)), str(words)
    asked = _questions(row, found.lang, person)
    if row.page == "study" and any(address for _words, address in asked):
        url = ""  # each of the questions is such a link
    letters = tuple(_letter(name, found, seen) for name in row.letters)
    return ShownRow(
        row,
        url,
        label,
        letters,
        sources_of(row.source, found.lang),
        asked,
    )


def _questions(row: Found, lang: Language, person: Person) -> tuple[tuple[str, str], ...]:
    """The questions that a row answers, each with where a study of it begins, for who may."""
    begins = reverse("studies:add") if person.may(Permission.STUDY_CHANGE) else ""
    return tuple(
        (words, f"{begins}?kind={name}" if begins and name not in PLANS else "")
        for name in row.methods
        for words in questions_of([name], lang)
    )


def _people(page: str, found: Routes) -> str:
    """The number of people that was said, for the page that reckons with it."""
    people = found.answers.people
    return f"?people={people}" if page == "plans" and people else ""


def _letter(name: str, found: Routes, seen: set[str]) -> ShownLetter:
    letter, lang = book().letters[name], found.lang
    query = query_of(found.answers, only=("about", "people"))
    is_again = name in seen
    seen.add(name)
    return ShownLetter(
        id=name,
        is_again=is_again,
        title=letter.title.text(lang),
        to=letter.to.text(lang),
        signed_by=letter.signed_by.text(lang),
        before=tuple(one.text(lang) for one in letter.before),
        asks_price="price" in letter.asks,
        files=tuple(
            (f"{reverse('studies:route_letter', args=[name, kind])}?{query}", words)
            for kind, words in KINDS
        ),
    )


def sources_of(sources: Iterable[Source], lang: Language) -> tuple[ShownSource, ...]:
    """The sources, each with the month in which it was read."""
    return tuple(
        ShownSource(one.name.text(lang), one.url, None if one.is_ours else _month(one.checked))
        for one in sources
    )


def _month(text: str) -> date:
    return date.fromisoformat(f"{text}-01")


def query_of(answers: Answers, only: tuple[str, ...] = ()) -> str:
    """The answers as they stand in an address."""
    said: dict[str, Any] = {
        "about": answers.about,
        "trait": answers.trait,
        "people": answers.people or "",
        "have": answers.have,
        "may": sorted(answers.may),
    }
    wanted = {name: value for name, value in said.items() if not only or name in only}
    return urlencode({name: value for name, value in wanted.items() if value}, doseq=True)


def said_of(answers: Answers, lang: Language) -> Iterator[tuple[str, str]]:
    """Each question with what was answered; of a text only the first."""
    for asked in book().questions:
        if answers.about == "text" and asked.id != "about":
            continue
        value = getattr(answers, asked.id)
        codes = value if isinstance(value, frozenset) else {value}
        labels = [one.label.text(lang) for one in asked.choices if one.code in codes]
        yield asked.label.text(lang), "; ".join(labels) or _unsaid(value)


def _unsaid(value: object) -> str:
    if isinstance(value, int):
        return thousands(value)
    return str(_("nog niets") if isinstance(value, frozenset) else _("weet ik niet"))


def examples(lang: Language) -> list[tuple[str, str]]:
    """Answers to begin with: the words, and the address."""
    return [
        (one.label.text(lang), f"{reverse('studies:route')}?{query_of(one.answers)}")
        for one in book().examples
    ]


def why(lang: Language) -> list[tuple[str, str, tuple[ShownSource, ...]]]:
    """Why there is no field for origin: per part its title, its text and its sources."""
    return [
        (part.title.text(lang), part.text.text(lang), sources_of(part.source, lang))
        for part in book().why
    ]
