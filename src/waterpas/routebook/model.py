"""The decision table as frozen values."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from waterpas.texts import Language

# The lists in which a search ends, in the order in which they are read.
LISTS = ("today", "letter", "instead")
OURS = "waterpas"
GROUP = 250  # the rule of thumb of Statistics Netherlands for a group of the Barometer


@dataclass(frozen=True, slots=True)
class Words:
    """The same words in both languages."""

    nl: str
    en: str

    def text(self, lang: Language) -> str:
        """The words in one language."""
        return self.nl if lang == "nl" else self.en


@dataclass(frozen=True, slots=True)
class Source:
    """Where something comes from, and the month in which we read it."""

    id: str
    name: Words
    checked: str
    url: str = ""

    @property
    def is_ours(self) -> bool:
        """Whether it is what we say ourselves, and was read nowhere."""
        return self.id == OURS


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer. `group` is how a letter calls the people, `layout` the table to ask for."""

    code: str
    label: Words
    group: Words | None = None
    layout: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """One of the five questions; without choices it asks for a number."""

    id: str
    label: Words
    help: Words | None
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """One of the three lists: what it is called, and what to say above it."""

    code: str
    label: Words
    lead: Words


@dataclass(frozen=True, slots=True)
class Answers:
    """What somebody said. `people` is None when it is not known; `may` is what is arranged."""

    about: str
    trait: str
    people: int | None
    have: str
    may: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Example:
    """Answers that somebody can begin with."""

    label: Words
    answers: Answers


@dataclass(frozen=True, slots=True)
class Condition:
    """When a row holds: every part that is there must hold. Empty: always."""

    about: frozenset[str] = frozenset()
    trait: frozenset[str] = frozenset()
    have: frozenset[str] = frozenset()
    at_least: int | None = None
    below: int | None = None
    is_unknown: bool = False
    has: str = ""
    lacks: str = ""

    def holds(self, answers: Answers) -> bool:
        """Whether these answers are the ones meant."""
        chosen = (
            (self.about, answers.about),
            (self.trait, answers.trait),
            (self.have, answers.have),
        )
        return (
            all(not wanted or said in wanted for wanted, said in chosen)
            and self._fits(answers.people)
            and (not self.has or self.has in answers.may)
            and (not self.lacks or self.lacks not in answers.may)
        )

    def _fits(self, people: int | None) -> bool:
        if self.is_unknown:
            return people is None
        if people is None:
            return self.at_least is None and self.below is None
        return (self.at_least or 0) <= people and (self.below is None or people < self.below)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table: a way, or what is not possible with `why` and what is.

    `page` names a page of the platform, `command` one of the command line, `letters` and
    `has_layout` what is ready, `methods` what can be done with what comes back, and `methods_for`
    what besides when it is about these people. `why_none` says that the page about the missing
    field explains more.
    """

    id: str
    list: str
    when: Condition
    title: Words
    text: Words
    source: tuple[Source, ...]
    why: Words | None = None
    then: Words | None = None
    letters: tuple[str, ...] = ()
    methods: tuple[str, ...] = ()
    methods_for: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    has_layout: bool = False
    page: str = ""
    command: str = ""
    why_none: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A row that holds for somebody, in one language, with their numbers filled in."""

    id: str
    list: str
    title: str
    text: str
    why: str
    then: str
    source: tuple[Source, ...]
    letters: tuple[str, ...]
    methods: tuple[str, ...]
    layout: str
    page: str
    command: str
    why_none: bool


@dataclass(frozen=True, slots=True)
class Routes:
    """Where the five questions end: what holds, per list, in the order of the table."""

    answers: Answers
    lang: Language
    lists: Mapping[str, tuple[Found, ...]]

    @property
    def letters(self) -> tuple[str, ...]:
        """The letters that are named, each once."""
        named = (one for rows in self.lists.values() for row in rows for one in row.letters)
        return tuple(dict.fromkeys(named))


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a letter: text, a list, the table to fill in, or the steps in it."""

    text: Words | None = None
    items: tuple[Words, ...] = ()
    is_table: bool = False
    is_steps: bool = False


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter that is ready but for what only the sender knows.

    `signed_by` and `before` are for the sender and stand in no letter; `asks` is what the letter
    asks besides: the price, the time.
    """

    id: str
    title: Words
    to: Words
    signed_by: Words
    before: tuple[Words, ...]
    asks: tuple[str, ...]
    body: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """One part of why there is no field for origin."""

    title: Words
    text: Words
    source: tuple[Source, ...]
