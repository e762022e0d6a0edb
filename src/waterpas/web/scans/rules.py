"""What a pre-scan leads to, which criteria apply, and what an answer leaves open. Plain Python."""

from collections.abc import Iterable, Mapping
from enum import StrEnum


class Known(StrEnum):
    """The answer to a question of fact; not knowing is always an answer."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Outcome(StrEnum):
    """What a pre-scan leads to."""

    NOW = "now"
    LATER = "later"
    NOT = "not"


class Value(StrEnum):
    """The answers on the two scales. There is no order in them, and no number."""

    HAPPENS = "happens"
    PARTLY = "partly"
    NOT = "not"
    NO = "no"
    POSSIBLE = "possible"
    YES = "yes"
    UNKNOWN = "unknown"


class Mark(StrEnum):
    """What an answer of afterwards is, beside the one of before."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    CARRIED = "carried"


# The questions of the pre-scan, in the order in which they count for what comes first.
QUESTIONS = ("signals", "profile", "decides", "lasting", "alone", "area", "conditions", "soon")
# One of these is enough; the others only ask for a scan when somebody decides about people.
ENOUGH = ("signals", "profile")
HASTE = ("lasting", "soon")
DO_SCALE = (Value.HAPPENS, Value.PARTLY, Value.NOT, Value.UNKNOWN)
DO_NOT_SCALE = (Value.NO, Value.POSSIBLE, Value.YES, Value.UNKNOWN)
# Some lists ask about facts in a text: there 'partly' and 'possible' say nothing.
PLAIN_DO_SCALE = (Value.HAPPENS, Value.NOT, Value.UNKNOWN)
PLAIN_DO_NOT_SCALE = (Value.NO, Value.YES, Value.UNKNOWN)
HARM = frozenset({Value.POSSIBLE, Value.YES})
# Which question of the opening page says whether a criterion applies.
CONDITIONS = {"W09": "with_conditions", "W10": "with_partners"}
LEGAL = frozenset({"W11", "W12", "N01", "N02"})
EFFECTS = frozenset({"effect", "expected-effect"})
CONTRADICTING = (("W04", "N03"), ("W08", "N08"), ("W05", "N04"))
TOGETHER = {"W06": "N02", "N02": "W06"}


def outcome(answers: Mapping[str, str], *, is_fixed: bool = False) -> Outcome:
    """What a pre-scan leads to. What nobody knows never leads to 'not'.

    `is_fixed`: it is one of the kinds of things that the municipality always scans.
    """
    if is_fixed or any(answers.get(one) == Known.YES for one in ENOUGH):
        return Outcome.NOW
    if answers.get("decides") == Known.YES and any(answers.get(one) == Known.YES for one in HASTE):
        return Outcome.NOW
    about_people = (one for one in QUESTIONS if one != "soon")
    return Outcome.LATER if any(_is_open(answers.get(one)) for one in about_people) else Outcome.NOT


def _is_open(answer: str | None) -> bool:
    return answer != Known.NO


def grounds(answers: Mapping[str, str]) -> list[str]:
    """The questions that were answered with yes, the one that counts first in front."""
    return [one for one in QUESTIONS if answers.get(one) == Known.YES]


def unknowns(answers: Mapping[str, str]) -> list[str]:
    """The questions that nobody can answer yet."""
    return [one for one in QUESTIONS if answers.get(one, Known.UNKNOWN) == Known.UNKNOWN]


def order(answers: Mapping[str, str]) -> tuple[bool, ...]:
    """The place in the list: false comes first. Grounds are compared one by one, never counted."""
    return tuple(answers.get(one) != Known.YES for one in QUESTIONS)


def scale(direction: str | None, kind: str = "worded") -> tuple[Value, ...]:
    """The answers that a question can have."""
    if kind == "plain":
        return PLAIN_DO_SCALE if direction == "do" else PLAIN_DO_NOT_SCALE
    return DO_SCALE if direction == "do" else DO_NOT_SCALE


def applies(criterion: str, opening: Mapping[str, str]) -> bool | None:
    """Whether a criterion applies; None when the opening page does not know yet."""
    return meets(CONDITIONS.get(criterion, ""), opening)


def meets(when: str, opening: Mapping[str, str]) -> bool | None:
    """Whether a question with this condition is asked; None when the opening page does not know."""
    if not when:
        return True
    if when not in CONDITIONS.values():
        return opening.get("delivery", "") == when
    known = opening.get(when, Known.UNKNOWN)
    return None if known == Known.UNKNOWN else known == Known.YES


def contradictions(
    values: Mapping[str, str], pairs: Iterable[tuple[str, str]] = CONTRADICTING
) -> list[tuple[str, str]]:
    """The pairs of which one answer says that it is done, and the other that it goes wrong."""
    return [
        (do, do_not)
        for do, do_not in pairs
        if values.get(do) == Value.HAPPENS and values.get(do_not) in HARM
    ]


def may_adopt(values: Iterable[str]) -> bool:
    """Whether a policy can be adopted without saying 'despite objection'."""
    return not HARM.intersection(values)
