"""The handbook as frozen values."""

from dataclasses import dataclass
from typing import Literal

Language = Literal["nl", "en"]
Origin = Literal["handreiking", "van-ons", "gemeente"]
YesMeans = Literal["meets", "breaches"]

KINDS = (
    "definition",
    "role",
    "pattern",
    "example",
    "policy-delivery",
    "step",
    "point",
    "council-value",
    "leader-task",
    "process-question",
    "route",
    "criterion",
    "research-kind",
    "accountability-form",
    "taskforce-condition",
    "training-condition",
    "training-kind",
    "reference",
    "rights",
    "addition",
    "change",
)


@dataclass(frozen=True, slots=True)
class Words:
    """The same words in Dutch and in English."""

    nl: str
    en: str

    def text(self, lang: Language) -> str:
        """Give the words in one language."""
        return self.nl if lang == "nl" else self.en


@dataclass(frozen=True, slots=True)
class Remark(Words):
    """Words with their origin: a question or evidence that we put with a criterion is ours."""

    origin: Origin


@dataclass(frozen=True, slots=True)
class Check(Remark):
    """What to look at again before the answer to a criterion counts."""

    refers_to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """Another criterion to read beside this one, and how the two relate."""

    item: str
    relation: Literal["contradiction", "tension", "related"]
    origin: Origin


@dataclass(frozen=True, slots=True)
class Quote:
    """A criterion in the words of the source, with the statement that it quotes."""

    text: str
    statement: str


@dataclass(frozen=True, slots=True)
class Day(Words):
    """A day that comes back every year."""

    month: int
    day: int


@dataclass(frozen=True, slots=True)
class Document:
    """The source that the handbook items come from."""

    id: str
    title: str
    citation: str
    authors: str
    publisher: str
    year: int
    copyright: str
    terms: Words


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the source; `step` where it is one of the ten steps."""

    id: str
    title: Words
    step: int | None


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that the source says.

    `locate` are a few words that occur in the source, to find the place; `about` says in our own
    Dutch words what stands there; `reports_research` marks research or a text of others that the
    source reports and that we did not read.
    """

    id: str
    section: Section
    locate: str
    about: str
    reports_research: bool


@dataclass(frozen=True, slots=True)
class Register:
    """Every statement of the source, in the order of the source."""

    document: Document
    sections: tuple[Section, ...]
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """The place of one statement: the words to find it by, and what it says in our Dutch words."""

    id: str
    locate: str
    about: str


@dataclass(frozen=True, slots=True)
class Source:
    """Where an item comes from: a document, the place in it, and the statements there.

    `document` is the id of the source, or `waterpas` for what we added, or `gemeente` for what a
    municipality added; the last two have no statements. `passages` has one per statement, in the
    same order.
    """

    document: str
    citation: str
    place: Words
    statements: tuple[str, ...]
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Added:
    """What was put with an item that the source does not say, and whose it is.

    With our own items that is `van-ons`, also where the item itself is the handbook's; with an
    item of a municipality it is `gemeente`.
    """

    origin: Origin
    criterion_kind: str | None
    yes_means: YesMeans | None
    see: tuple[str, ...]
    changes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One item of the handbook. `id` is stable.

    The `question` of a criterion is one question about the policy, answered with yes or no (or
    possibly); `yes_means` says which statement a yes confirms: that the policy `meets` the
    criterion, or that it `breaches` it. The questions of what policy should do ask whether it does
    so; those of what it should not do ask whether the harm is there. `prompts` are open questions
    that help to answer.

    `changes` are the ids of items that can be an answer to this one: their titles can serve as
    the title of an action. The question, the prompts, the evidence, the pairs and the checks carry
    their `origin`; `added` gives it for the rest that the source does not say.
    """

    id: str
    kind: str
    origin: Origin
    role: tuple[str, ...]
    title: Words
    nl: str
    en: str
    source: Source
    step: int | None = None
    part_of: str | None = None
    direction: Literal["do", "do-not"] | None = None
    criterion_kind: str | None = None
    yes_means: YesMeans | None = None
    quote: Quote | None = None
    condition: Words | None = None
    footnote: Words | None = None
    question: Remark | None = None
    prompts: Remark | None = None
    evidence: Remark | None = None
    pairs: tuple[Pair, ...] = ()
    checks: tuple[Check, ...] = ()
    dates: tuple[Day, ...] = ()
    see: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()
    reported_research: bool = False

    @property
    def added(self) -> Added:
        """Give what the source does not say, with its origin."""
        origin: Origin = "gemeente" if self.origin == "gemeente" else "van-ons"
        return Added(origin, self.criterion_kind, self.yes_means, self.see, self.changes)

    def text(self, lang: Language) -> str:
        """Give the text of the item in one language."""
        return self.nl if lang == "nl" else self.en
