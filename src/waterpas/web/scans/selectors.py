"""Questions about scans. Reads only."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from django.db.models import Max, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.text import Truncator

from waterpas.web.references.urns import Reference, urn
from waterpas.web.register import selectors as register
from waterpas.web.register.models import Item, Role
from waterpas.web.scans.asked import (
    is_retired,
    list_of,
    opening_of,
    questions_of,
    undecided_questions,
)
from waterpas.web.scans.following import following_list, is_owed_now
from waterpas.web.scans.lists import FULL, QuestionList
from waterpas.web.scans.models import Answer, Choice, Decision, Prescan, Scan, Stage
from waterpas.web.ui.languages import language_of_page

__all__ = ["opening_of"]
SAYS = (
    *("value", "reason", "joint", "sources", "study", "adviser"),
    *("asked", "asked_kind", "asked_way", "asked_number", "asked_on", "why_not"),
    *("given", "given_words"),
)
# Of an answer, in the form about it.
LONGEST_TITLE, LONGEST_TEXT, LONGEST_QUESTION = 200, 1500, 300
# The criteria are about policy and services; for the employer the handbook has step 6.
EXAMINED_ROLES = (Role.POLICY_MAKER, Role.SERVICE_PROVIDER)


class State(StrEnum):
    """Where a scan stands. Computed from the records; nobody can set it."""

    BUSY = "busy"
    DECIDE = "decide"
    RECHECK = "recheck"
    DECIDED = "decided"


@dataclass(frozen=True, slots=True)
class Standing:
    """A scan, its answers at this stage, what is decided, and where it stands.

    `retired` are the answers to what the list no longer asks: they stay readable, and they count
    for the decision.
    """

    scan: Scan
    answers: dict[str, Answer]
    before: dict[str, Answer]
    todo: tuple[str, ...]
    decision: Decision | None
    state: State
    retired: dict[str, Answer] = field(default_factory=dict)

    @property
    def list(self) -> QuestionList:
        """The list of questions."""
        return list_of(self.scan)

    @property
    def values(self) -> dict[str, str]:
        """The answer per criterion."""
        return {criterion: answer.value for criterion, answer in self.answers.items()}

    @property
    def is_after(self) -> bool:
        return self.scan.stage == Stage.AFTER


def scans() -> QuerySet[Scan]:
    """All scans with their item, answers and decisions, the last one first."""
    return Scan.objects.select_related("item__owner__holder").prefetch_related(
        "answers", "decisions"
    )


def standing_of(scan: Scan, today: date | None = None) -> Standing:
    """Where one scan stands."""
    answers = _answers(scan, scan.stage)
    todo = tuple(one for one in applicable(scan) if one not in answers or answers[one].carried)
    decision = last_decision(scan)
    state = _state(scan, answers, todo, decision, today or timezone.localdate())
    before = _answers(scan, Stage.BEFORE) if scan.stage == Stage.AFTER else {}
    return Standing(scan, answers, before, todo, decision, state, _retired(scan))


def standings(today: date | None = None) -> list[Standing]:
    """Where all scans stand."""
    return [standing_of(scan, today) for scan in scans()]


def _answers(scan: Scan, stage: str) -> dict[str, Answer]:
    wanted = applicable(scan)
    found = {one.criterion: one for one in scan.answers.all() if one.stage == stage}
    return {criterion: found[criterion] for criterion in wanted if criterion in found}


def _retired(scan: Scan) -> dict[str, Answer]:
    found = (one for one in scan.answers.all() if one.stage == scan.stage)
    return {one.criterion: one for one in found if is_retired(scan, one.criterion)}


def _state(
    scan: Scan,
    answers: dict[str, Answer],
    todo: tuple[str, ...],
    decision: Decision | None,
    today: date,
) -> State:
    if is_owed_now(scan, decision, today):
        return State.RECHECK
    if decision is None:
        return State.BUSY if todo else State.DECIDE
    if any(one.answered_at > decision.decided_at for one in answers.values()):
        return State.DECIDE
    is_back = decision.choice != Choice.DO_NOT and scan.recheck_on <= today
    return State.RECHECK if is_back and following_list(scan) is None else State.DECIDED


def applicable(scan: Scan) -> tuple[str, ...]:
    """The questions of its list that apply to this scan, in the order of the list."""
    return tuple(questions_of(scan))


def undecided_criteria(scan: Scan) -> tuple[str, ...]:
    """The questions of which nobody knows yet whether they apply."""
    return tuple(undecided_questions(scan))


def values_of(scan: Scan) -> dict[str, str]:
    """The answers at the present stage that count, also those to what is no longer asked."""
    found = _answers(scan, scan.stage) | _retired(scan)
    return {one: answer.value for one, answer in found.items()}


def last_decision(scan: Scan) -> Decision | None:
    """The last decision at the present stage."""
    return next((one for one in scan.decisions.all() if one.stage == scan.stage), None)


def seen_now(scan: Scan) -> list[str]:
    """What somebody who decides has seen: every answer in its version, and every decision."""
    answers = (_answers(scan, scan.stage) | _retired(scan)).values()
    seen = [f"{one.criterion}.{one.version}" for one in answers]
    return [*seen, *(f"decision.{one.pk}" for one in scan.decisions.all()), f"scan.{scan.version}"]


def says_now(answer: Answer | None) -> dict[str, Any]:
    """What an answer says now, by field; without answer every field is empty."""
    if answer is None:
        return dict.fromkeys(SAYS, "") | {"asked_number": None, "asked_on": None}
    return {name: getattr(answer, name) for name in SAYS}


def scannable_items(now: Item | None = None) -> QuerySet[Item]:
    """The items of the register that the criteria are about, and the one that it is now."""
    found = register.items().filter(role__in=EXAMINED_ROLES)
    return found | register.all_items().filter(pk=now.pk) if now else found


def items_for(asked: QuestionList) -> QuerySet[Item]:
    """The items of the register that a list is about."""
    return register.items().filter(role__in=asked.roles)


def item_with(key: str) -> Item | None:
    """The item of the register with this number."""
    found: Item | None = _first(register.items(), key)
    return found


def last_prescans() -> dict[int, Prescan]:
    """The last pre-scan of each item."""
    return {one.item_id: one for one in Prescan.objects.select_related("item").order_by("pk")}


def last_prescan(item: Item) -> Prescan | None:
    """The last pre-scan of one item."""
    return item.prescans.first()


def examined() -> dict[int, date]:
    """On which day the criteria were last answered for an item."""
    found = Answer.objects.order_by().values_list("scan__item").annotate(Max("answered_at"))
    return {item: timezone.localdate(moment) for item, moment in found}


def references_of_item(item: int) -> list[Reference]:
    """The scans of one item of the register."""
    return [_scan(scan) for scan in Scan.objects.filter(item_id=item).select_related("item")]


def scan_reference(key: str) -> Reference | None:
    """What `urn:waterpas:scan:…` stands for."""
    scan = _first(Scan.objects.select_related("item"), key)
    return _scan(scan) if scan else None


def prescan_reference(key: str) -> Reference | None:
    """What `urn:waterpas:prescan:…` stands for."""
    prescan = _first(Prescan.objects.select_related("item"), key)
    if prescan is None:
        return None
    url = reverse("scans:prescan", args=[prescan.item_id])
    return Reference(urn("prescan", prescan.pk), prescan.item.title, url)


def answer_reference(key: str) -> Reference | None:
    """What `urn:waterpas:answer:…` stands for."""
    answer = _first(Answer.objects.select_related("scan__item"), key)
    if answer is None:
        return None
    url = reverse("scans:history", args=[answer.scan_id, answer.stage, answer.criterion])
    brings = {
        "kind": "rule",
        "title": Truncator(" ".join(answer.reason.split())).chars(LONGEST_TITLE),
        "text": answer.reason[:LONGEST_TEXT],
        "question": answer.reason[:LONGEST_QUESTION],
    }
    title = f"{answer.scan}, {answer.criterion}"
    return Reference(urn("answer", answer.pk), title, url, brings=brings)


def _scan(scan: Scan) -> Reference:
    asked = list_of(scan)
    title = str(scan)
    if asked.id != FULL:
        title = f"{title} ({asked.title.text(language_of_page())})"
    return Reference(urn("scan", scan.pk), title, reverse("scans:detail", args=[scan.pk]))


def _first(found: Any, key: str) -> Any:
    is_number = key.isascii() and key.isdigit() and len(key) < 19
    return found.filter(pk=key).first() if is_number else None


def in_state(found: Iterable[Standing], state: State) -> list[Standing]:
    """Those that stand there."""
    return [one for one in found if one.state == state]
