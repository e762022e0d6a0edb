"""What the records say about actions, per step, and what waits for whom. Read when asked."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from waterpas.web.actions import rules, selectors, step_three, words
from waterpas.web.actions.models import Action, Status
from waterpas.web.actions.rules import Gap
from waterpas.web.actions.selectors import ActionNow
from waterpas.web.actions.step_three import CHANGING, missing
from waterpas.web.people.models import Position
from waterpas.web.people.permissions import Permission
from waterpas.web.people.waiting import waits_for
from waterpas.web.references.checks import Saying, Task, register_check, register_tasks

CONCLUDING = (Permission.ACTION_CONCLUDE,)


def check() -> Iterator[Saying]:
    """What the records say about steps 3, 6, 7, 8 and 10."""
    found = selectors.with_gaps(selectors.actions(), today=timezone.localdate())
    if not found:
        yield step_three.nothing_yet()
        return
    yield from step_three.means(found)
    for step in (6, 7):
        yield from _changes(step, [now for now in found if step in now.steps])
    yield from _account(found)
    yield from _effect(found)


def _changes(step: int, found: list[ActionNow]) -> Iterator[Saying]:
    """Steps 6 and 7: what changes as employer, and in policy and services."""
    if not found:
        yield from _may_begin(step)
        return
    yield Saying(
        step,
        _("Maatregelen: %(list)s.") % {"list": _stands(found)},
        next_label=_("Maatregelen bekijken"),
        next_url=reverse("actions:list"),
    )
    if preventive := sum(now.is_preventive for now in found):
        text = ngettext(
            "%(n)s daarvan is preventief.", "%(n)s daarvan zijn preventief.", preventive
        )
        yield Saying(step, text % {"n": preventive})
    if late := missing(found, Gap.OVERDUE):
        text = ngettext(
            "%(n)s maatregel had al ingevoerd moeten zijn.",
            "%(n)s maatregelen hadden al ingevoerd moeten zijn.",
            len(late),
        )
        yield Saying(
            step,
            text % {"n": len(late)},
            is_gap=True,
            next_label=_("Bekijk wat te laat is"),
            next_url=reverse("actions:list") + f"?gap={Gap.OVERDUE}",
            waits_for=waits_for(now.action.owner for now in late),
            needs=CHANGING,
            minutes=10,
            weight=40,
        )


def _may_begin(step: int) -> Iterator[Saying]:
    add, label = reverse("actions:add"), _("Preventief beginnen")
    gap = _("Er is hier nog geen maatregel.")
    yield Saying(
        step,
        gap,
        is_gap=True,
        next_label=label,
        next_url=add,
        needs=CHANGING,
        minutes=15,
        is_empty=True,
        weight=10,
    )


def _stands(found: list[ActionNow]) -> str:
    counts = {status: sum(now.action.status == status for now in found) for status in Status}
    return words.listed([f"{n} {Status(status).label}" for status, n in counts.items() if n])


def _account(found: list[ActionNow]) -> Iterator[Saying]:
    """Step 8: who gives account, and whether somebody looked."""
    if bare := missing(found, Gap.NO_ACCOUNTABLE):
        text = ngettext(
            "Over %(n)s maatregel legt niemand verantwoording af.",
            "Over %(n)s maatregelen legt niemand verantwoording af.",
            len(bare),
        )
        yield Saying(
            8,
            text % {"n": len(bare)},
            is_gap=True,
            next_label=_("Verantwoording regelen"),
            next_url=reverse("actions:list") + f"?gap={Gap.NO_ACCOUNTABLE}",
            needs=CHANGING,
            minutes=5,
            weight=30,
        )
    if unseen := missing(found, Gap.NO_EVIDENCE_YET):
        text = ngettext(
            "%(n)s maatregel is al een half jaar ingevoerd, en niemand keek of die werkt.",
            "%(n)s maatregelen zijn al een half jaar ingevoerd, en niemand keek of die werken.",
            len(unseen),
        )
        yield Saying(
            8,
            text % {"n": len(unseen)},
            is_gap=True,
            next_label=_("Nagaan of het werkt"),
            next_url=reverse("actions:list") + f"?gap={Gap.NO_EVIDENCE_YET}",
            waits_for=waits_for(now.action.reviewer for now in unseen),
            needs=CONCLUDING,
            minutes=15,
            weight=40,
        )


def _effect(found: list[ActionNow]) -> Iterator[Saying]:
    """Step 10: of which actions is it written down whether they work."""
    ended = selectors.concluded(now.action for now in found)
    if ended:
        works = sum(action.status == Status.WORKS for action in ended)
        yield Saying(
            10,
            _("Met bewijs vastgesteld: %(works)s werkt, %(diluted)s afgezwakt.")
            % {"works": works, "diluted": len(ended) - works},
        )
    waiting = [now.action for now in found if now.action.status == Status.INTRODUCED]
    if waiting:
        text = ngettext(
            "Van %(n)s ingevoerde maatregel is niet bekend of die werkt.",
            "Van %(n)s ingevoerde maatregelen is niet bekend of die werken.",
            len(waiting),
        )
        yield Saying(
            10,
            text % {"n": len(waiting)},
            is_gap=True,
            next_label=_("Nagaan of het werkt"),
            next_url=reverse("actions:list") + "#waiting",
            waits_for=waits_for(action.reviewer for action in waiting),
            needs=CONCLUDING,
            minutes=15,
            weight=30,
        )


def tasks() -> Iterator[Task]:
    """What waits for who owns, looks along or gives account."""
    today = timezone.localdate()
    for now in selectors.with_gaps(selectors.actions(), today=today):
        if now.action.status == Status.PLANNED:
            yield _for_owner(now)
        if now.action.status == Status.INTRODUCED and now.action.introduced_on:
            yield _for_reviewer(now.action, now.action.introduced_on)
        if Gap.OVERDUE in now.gaps:
            yield _task(
                _("%(title)s: uitleggen waarom het nog niet is ingevoerd"),
                now.action,
                now.action.accountable,
                since=now.action.due,
            )


def _for_owner(now: ActionNow) -> Task:
    action, since = now.action, timezone.localdate(now.action.added_at)
    if {Gap.NO_OWNER, Gap.OWNER_VACANT} & set(now.gaps):
        return _task(_("%(title)s: eigenaar kiezen"), action, None, since=since, needs=CHANGING)
    text = _("%(title)s: invoeren")
    if Gap.NO_MONEY_DECISION in now.gaps:
        text = _("%(title)s: geld en uren vragen")
    return _task(text, action, action.owner, since=since, until=action.due, needs=CHANGING)


def _for_reviewer(action: Action, introduced_on: date) -> Task:
    return _task(
        _("%(title)s: nagaan of het werkt"),
        action,
        action.reviewer,
        since=introduced_on,
        until=rules.look_before(introduced_on),
        needs=CONCLUDING,
    )


def _task(
    text: str,
    action: Action,
    position: Position | None,
    *,
    since: date | None = None,
    until: date | None = None,
    needs: tuple[str, ...] = (),
) -> Task:
    holder = position.present_holder if position else None
    url = reverse("actions:detail", args=[action.pk])
    words_ = text % {"title": action.title.rstrip(".")}
    person = holder.pk if holder else None
    return Task(words_, url, person, since=since, until=until, needs=needs)


register_check("actions", check)
register_tasks("actions", tasks)
