"""What one scan asks: the questions of its list, for what its opening page says."""

from waterpas.web.scans import lists, rules
from waterpas.web.scans.lists import Question, QuestionList
from waterpas.web.scans.models import Scan


def list_of(scan: Scan) -> QuestionList:
    """The list of a scan."""
    return lists.find(scan.question_list)


def opening_of(scan: Scan) -> dict[str, str]:
    """What the opening page says about which questions are asked."""
    return {
        "with_conditions": scan.with_conditions,
        "with_partners": scan.with_partners,
        "delivery": scan.delivery,
    }


def questions_of(scan: Scan) -> dict[str, Question]:
    """The questions that are asked, in the order of the list, worded for who carries it out."""
    opening = opening_of(scan)
    asked = (one for one in list_of(scan).asked if rules.meets(one.when, opening))
    return {one.id: one.asked_of(scan.delivery) for one in asked}


def undecided_questions(scan: Scan) -> dict[str, Question]:
    """The questions of which nobody knows yet whether they are asked."""
    opening = opening_of(scan)
    asked = list_of(scan).asked
    return {one.id: one for one in asked if rules.meets(one.when, opening) is None}


def known_question(scan: Scan, question: str) -> Question | None:
    """A question of the list in its words, also one that is not asked now; None: it is gone."""
    found = next((one for one in list_of(scan).questions if one.id == question), None)
    return found.asked_of(scan.delivery) if found else None


def is_retired(scan: Scan, question: str) -> bool:
    """Whether the list no longer asks this, whatever the opening page says."""
    return all(one.id != question for one in list_of(scan).asked)


def partner_of(scan: Scan, question: str) -> str:
    """The question that this one is looked at together with, when the list asks both."""
    asks = list_of(scan).asks
    other = rules.TOGETHER.get(question, "") if "joint" in asks else ""
    return other if other in questions_of(scan) else ""


def pairs_of(scan: Scan) -> tuple[tuple[str, str], ...]:
    """The pairs that can contradict each other, where the list asks both."""
    asked = questions_of(scan)
    pairs = (*rules.CONTRADICTING, *list_of(scan).contradictions)
    return tuple(pair for pair in pairs if asked.keys() >= set(pair))
