"""A list of questions as frozen values."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from waterpas.handbook import Words

Scale = Literal["worded", "plain"]
Language = Literal["nl", "en"]


@dataclass(frozen=True, slots=True)
class Variant:
    """The same question in other words, because of who carries it out."""

    question: Words
    prompts: Words | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a list: ours, or about one item of the handbook in the words of that item.

    `handbook` is the id of that item; with a question of our own it is empty. `points` are the
    criteria and patterns that a finding about it belongs to. `when` names what on the opening page
    makes it appear: empty is always. A question that `is_retired` is no longer asked; its words
    stay, so that an answer of earlier can still be read.
    """

    id: str
    origin: str
    direction: Literal["do", "do-not"]
    title: Words
    question: Words
    place: Words
    handbook: str = ""
    explanation: Words | None = None
    prompts: Words | None = None
    evidence: Words | None = None
    condition: Words | None = None
    footnote: Words | None = None
    checks: tuple[Words, ...] = ()
    points: tuple[str, ...] = ()
    when: str = ""
    is_criterion: bool = False
    is_legal: bool = False
    is_effect: bool = False
    is_retired: bool = False
    by_delivery: Mapping[str, Variant] = field(default_factory=dict)

    def asked_of(self, delivery: str) -> "Question":
        """The question in the words for who carries it out."""
        variant = self.by_delivery.get(delivery)
        if variant is None:
            return self
        return replace(self, question=variant.question, prompts=variant.prompts or self.prompts)


@dataclass(frozen=True, slots=True)
class QuestionList:
    """One list. `minutes` are those of one sitting, `times` how many sittings there are.

    `asks` are the fields of an answer beside the value, the reason and whom was asked, which every
    list asks. A list that `counts_as_scan` weighs a policy as a whole, so that no pre-scan is
    needed any more. `followed_by` is the list that must follow on a date that is chosen at the
    start. With `is_retired` nothing new begins with it. `is_gone`: its file is not there any more.
    """

    id: str
    title: Words
    purpose: Words
    minutes: int
    times: int
    people: int
    step: int
    roles: tuple[str, ...]
    scale: Scale
    asks: tuple[str, ...]
    about: Words
    aim: Words
    questions: tuple[Question, ...]
    place: int = 0
    counts_as_scan: bool = False
    followed_by: str = ""
    contradictions: tuple[tuple[str, str], ...] = ()
    is_retired: bool = False
    is_gone: bool = False

    @property
    def asked(self) -> tuple[Question, ...]:
        """The questions that are asked now."""
        return tuple(one for one in self.questions if not one.is_retired)

    @property
    def depends_on(self) -> frozenset[str]:
        """What on the opening page makes a question appear, or changes its words."""
        whens = {one.when for one in self.asked if one.when}
        return frozenset(whens | {key for one in self.asked for key in one.by_delivery})


NOTHING = Words(nl="", en="")


def gone(list_id: str) -> QuestionList:
    """What stands for a list of which the file is not there any more: it asks nothing."""
    title = Words(nl=f"lijst {list_id}, die er niet meer is", en=f"list {list_id}, now removed")
    return QuestionList(
        id=list_id,
        title=title,
        purpose=NOTHING,
        minutes=0,
        times=0,
        people=0,
        step=7,
        roles=(),
        scale="worded",
        asks=("sources", "study", "adviser", "joint"),
        about=NOTHING,
        aim=NOTHING,
        questions=(),
        is_retired=True,
        is_gone=True,
    )
