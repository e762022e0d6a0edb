"""What reading a document gives: questions with their passages. Never a score, never a verdict."""

from dataclasses import dataclass
from typing import Literal

from waterpas.reading.lexicon.model import FalseAlarm
from waterpas.reading.readability.results import Readability
from waterpas.texts import Language

View = Literal["default", "all"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where in the document: the block, and the characters in its text."""

    block: int
    start: int
    end: int
    page: int | None
    number: int
    under: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One question about one passage.

    `words` are what raised it, as written. `names` says that the sentence names origin, skin
    colour or religion. `forbids` says that the text seems to forbid, reject or only describe it;
    `label` says so in words, and is empty otherwise.
    """

    pattern: str
    theme: str
    criteria: tuple[str, ...]
    false_alarm: FalseAlarm
    sentence: str
    words: tuple[str, ...]
    place: Place
    question: str
    why: str
    innocent_because: str
    names: bool
    forbids: bool
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """Something of a criterion or a step that stands in the text: a reason to ask on."""

    pattern: str
    theme: str
    criteria: tuple[str, ...]
    false_alarm: FalseAlarm
    sentence: str
    words: tuple[str, ...]
    place: Place
    question: str
    why: str
    innocent_because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Absent:
    """A question about what does not stand in the text."""

    id: str
    criteria: tuple[str, ...]
    question: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All questions about one document, in the order of its text.

    Of a text that does not look Dutch nothing is said to be absent, and `readability` is None.
    """

    document: str
    view: View
    lang: Language
    cards: tuple[Card, ...]
    presence: tuple[Shown, ...]
    absent: tuple[Absent, ...]
    readability: Readability | None

    @property
    def asked(self) -> tuple[Card, ...]:
        """The cards about what the text does not seem to forbid."""
        return tuple(card for card in self.cards if not card.forbids)

    @property
    def forbidden(self) -> tuple[Card, ...]:
        """The cards about what the text seems to forbid, shown apart."""
        return tuple(card for card in self.cards if card.forbids)
