"""What the records say about actions, per step, and what waits for whom. Read when asked."""

from collections.abc import Iterable, Iterator
from datetime import date

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from waterpas.web.actions import rules, selectors, words
from waterpas.web.actions.models import Action, Money, Status
from waterpas.web.actions.rules import Gap, Group
from waterpas.web.actions.selectors import ActionNow
from waterpas.web.people.models import Position
from waterpas.web.references.checks import Saying, Task, register_check, register_tasks


def check() -> Iterator[Saying]:
    """What the records say about steps 3, 6, 7, 8 and 10."""
    found = selectors.with_gaps(selectors.actions(), today=timezone.localdate())
    if not found:
        yield _nothing_yet()
        return
    yield from _means(found)
    for step in (6, 7):
        yield from _changes(step, [now for now in found if step in now.steps])
    yield from _account(found)
    yield from _effect(found)


def _nothing_yet() -> Saying:
    return Saying(
        3,
        _("Er zijn nog geen maatregelen. Zonder maatregel valt er niets te betalen."),
        is_gap=True,
        next_label=_("Maatregel toevoegen"),
        next_url=reverse("actions:add"),
        weight=20,
    )


def _means(found: list[ActionNow]) -> Iterator[Saying]:
    bare = _missing(found, Gap.NO_MONEY_DECISION)
    if not bare:
        text = ngettext(
            "%(n)s maatregel, met een besluit over geld en uren.",
            "%(n)s maatregelen, elk met een besluit over geld en uren.",
            len(found),
        )
        yield Saying(3, text % {"n": len(found)})
    else:
        yield Saying(
            3,
            _without_means(len(bare), len(found)),
            is_gap=True,
            next_label=_("Middelen vragen"),
            next_url=reverse("actions:means"),
            waits_for=_waits_for(now.action.owner for now in bare),
            weight=60,
        )
    yield from _people(found)
    yield from _promises(found)


def _without_means(bare: int, count: int) -> str:
    if bare == count:
        text = ngettext(
            "%(n)s maatregel, en die heeft geen geld of uren.",
            "%(n)s maatregelen, en geen ervan heeft geld of uren.",
            bare,
        )
    else:
        text = ngettext(
            "%(n)s van de %(all)s maatregelen heeft geen geld of uren.",
            "%(n)s van de %(all)s maatregelen hebben geen geld of uren.",
            bare,
        )
    return text % {"n": bare, "all": count}


def _people(found: list[ActionNow]) -> Iterator[Saying]:
    bare = _missing(found, Gap.NO_OWNER) + _missing(found, Gap.OWNER_VACANT)
    if bare:
        text = ngettext(
            "%(n)s maatregel heeft geen eigenaar.",
            "%(n)s maatregelen hebben geen eigenaar.",
            len(bare),
        )
        yield Saying(
            3,
            text % {"n": len(bare)},
            is_gap=True,
            next_label=_("Eigenaar kiezen"),
            next_url=reverse("actions:list") + "#no-owner",
            weight=50,
        )


def _promises(found: list[ActionNow]) -> Iterator[Saying]:
    total = selectors.totals([now.action for now in found])
    if total.fte_asked:
        yield Saying(
            3,
            _("%(promised)s van de %(asked)s gevraagde fte is toegezegd.")
            % {
                "promised": words.number(total.fte_promised),
                "asked": words.number(total.fte_asked),
            },
        )
    going = [
        now.action for now in found if now.action.status in (Status.PLANNED, Status.INTRODUCED)
    ]
    refused = [action for action in going if action.money == Money.REFUSED]
    if refused:
        text = ngettext(
            "Voor %(n)s maatregel is het geld geweigerd.",
            "Voor %(n)s maatregelen is het geld geweigerd.",
            len(refused),
        )
        yield Saying(
            3,
            text % {"n": len(refused)},
            is_gap=True,
            next_label=_("Maatregelen bekijken"),
            next_url=reverse("actions:list") + f"#{Group.MONEY_REFUSED}",
            weight=30,
        )


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
    if late := _missing(found, Gap.OVERDUE):
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
            waits_for=_waits_for(now.action.owner for now in late),
            weight=40,
        )


def _may_begin(step: int) -> Iterator[Saying]:
    add, label = reverse("actions:add"), _("Preventief beginnen")
    gap = _("Er is hier nog geen maatregel.")
    yield Saying(step, gap, is_gap=True, next_label=label, next_url=add, weight=10)
    how = _("U mag ook preventief beginnen, zonder bevinding.")
    yield Saying(step, how, next_url=add, advice=True)


def _stands(found: list[ActionNow]) -> str:
    counts = {status: sum(now.action.status == status for now in found) for status in Status}
    return words.listed([f"{n} {Status(status).label}" for status, n in counts.items() if n])


def _account(found: list[ActionNow]) -> Iterator[Saying]:
    """Step 8: who gives account, and whether somebody looked."""
    if bare := _missing(found, Gap.NO_ACCOUNTABLE):
        text = ngettext(
            "Over %(n)s maatregel legt niemand verantwoording af.",
            "Over %(n)s maatregelen legt niemand verantwoording af.",
            len(bare),
        )
        yield Saying(
            8,
            text % {"n": len(bare)},
            is_gap=True,
            next_label=_("Kiezen wie verantwoording aflegt"),
            next_url=reverse("actions:list") + f"?gap={Gap.NO_ACCOUNTABLE}",
            weight=30,
        )
    if unseen := _missing(found, Gap.NO_EVIDENCE_YET):
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
            waits_for=_waits_for(now.action.reviewer for now in unseen),
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
    waiting = sum(now.action.status == Status.INTRODUCED for now in found)
    if waiting:
        text = ngettext(
            "Van %(n)s ingevoerde maatregel is niet bekend of die werkt.",
            "Van %(n)s ingevoerde maatregelen is niet bekend of die werken.",
            waiting,
        )
        yield Saying(
            10,
            text % {"n": waiting},
            is_gap=True,
            next_label=_("Nagaan of het werkt"),
            next_url=reverse("actions:list") + "#waiting",
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
        return _task(_("%(title)s: eigenaar kiezen"), action, None, since=since)
    text = _("%(title)s: invoeren")
    if Gap.NO_MONEY_DECISION in now.gaps:
        text = _("%(title)s: geld en uren vragen")
    return _task(text, action, action.owner, since=since, until=action.due)


def _for_reviewer(action: Action, introduced_on: date) -> Task:
    return _task(
        _("%(title)s: nagaan of het werkt"),
        action,
        action.reviewer,
        since=introduced_on,
        until=rules.look_before(introduced_on),
    )


def _task(
    text: str,
    action: Action,
    position: Position | None,
    *,
    since: date | None = None,
    until: date | None = None,
) -> Task:
    holder = position.present_holder if position else None
    url = reverse("actions:detail", args=[action.pk])
    words_ = text % {"title": action.title}
    return Task(words_, url, holder.pk if holder else None, since=since, until=until)


def _missing(found: list[ActionNow], gap: Gap) -> list[ActionNow]:
    return [now for now in found if gap in now.gaps]


def _waits_for(positions: Iterable[Position | None]) -> str:
    titles = sorted({position.title for position in positions if position})
    if len(titles) > 2:
        return _("%(n)s functies") % {"n": len(titles)}
    return words.listed(titles)


register_check("actions", check)
register_tasks("actions", tasks)
