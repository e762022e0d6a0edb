"""What is asked of a table, and when it must be measured (again). No database, no Django."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256

LARGEST_GROUP = "largest"
NOBODY = "nobody"  # the method compares the groups with nobody
AUDIT = "audit"  # groups compared on one outcome: the kind of study that needs no method beside it
CHAIN = "chain"  # the same kind of study, of a table with steps: only its question is another


@dataclass(frozen=True, slots=True)
class Design:
    """What a study asks, and how it may: everything that is said before a table is opened."""

    title: str
    question: str
    purpose: str
    organisation: str = ""
    did_before: str = ""
    did_after: str = ""
    unit: str = ""
    row: str = "person"
    once: bool | None = True
    full_count: bool | None = None
    effect: str = "neither"
    route: str = "cbs-table"
    route_explanation: str = ""
    privacy_officer: str = "asked"
    privacy_officer_words: str = ""
    works_council: str = "asked"
    works_council_words: str = ""
    ground: str = ""
    ground_decision: str = ""
    kind: str = AUDIT


@dataclass(frozen=True, slots=True)
class Choice:
    """What is compared: chosen before any result is shown.

    `reference` is a level of `across`, when `reference_kind` is "level". `kind` says which question
    is answered, and `settings` what its method asked; then `by` are the columns that they name.
    """

    across: str
    reference_kind: str
    reference: str = ""
    because: str = ""
    by: tuple[str, ...] = ()
    level: float = 0.95
    kind: str = AUDIT
    settings: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Counted:
    """How rows become a tally: the outcome, and what each row stands for."""

    outcome: str | None
    count: str | None = None
    person: str | None = None
    rounded_to: int | None = None
    totals: str | None = None
    sheet: str | None = None


@dataclass(frozen=True, slots=True)
class Measured:
    """With what a result was computed."""

    tally_sha256: str
    version: str
    parameters: dict[str, object]


def asked(choice: Choice) -> dict[str, object]:
    """What the method asked and was told, as JSON keeps it."""
    return {n: list(v) if isinstance(v, tuple) else v for n, v in choice.settings.items()}


def fingerprint(tally: str) -> str:
    """The fingerprint of a tally as it is stored."""
    return sha256(tally.encode()).hexdigest()


def is_current(last: Measured | None, *, wanted: Measured) -> bool:
    """Whether the last run used the same counts, the same settings and this version."""
    return last == wanted


def people_of(
    *, source_sha256: str, part: str, about: str, unit: str, people: Iterable[int | None]
) -> str:
    """Marks of the people in a tally, so that a second table over them is recognised.

    Two marks: the source it came from, and what it is about with how many people. Tables that
    share one are taken to be about the same people; a mark says nothing about anybody.
    """
    numbers = [number for number in people if number is not None]
    counted = _mark({"about": about.casefold(), "unit": unit.casefold(), "n": sum(numbers)})
    marks = [f"people:{counted}"]
    if source_sha256:
        marks.insert(0, f"source:{_mark({'sha256': source_sha256, 'part': part})}")
    return " ".join(marks)


def _mark(plain: Mapping[str, object]) -> str:
    return sha256(json.dumps(plain, sort_keys=True).encode()).hexdigest()[:32]


def changed(before: Mapping[str, object], after: Mapping[str, object]) -> list[str]:
    """The names of the fields that differ."""
    return [name for name, value in after.items() if before.get(name) != value]


# What the form offers, in the language of who fills it in; it is read in that of the reader.
MUNICIPALITY = {"nl": "de gemeente", "en": "the municipality"}


def said_of_organisation(text: str) -> dict[str, str]:
    """Who decided, in both languages. The municipality has a name in each; another name stays."""
    if text.strip().casefold() in MUNICIPALITY.values():
        return dict(MUNICIPALITY)
    return {"nl": text, "en": text} if text else {}
