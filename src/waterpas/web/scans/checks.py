"""What the scans say about steps 7 and 8, and what waits for whom."""

from collections.abc import Iterable, Iterator, Sequence

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from waterpas.web.people.permissions import Permission
from waterpas.web.people.waiting import waits_for
from waterpas.web.references.checks import Saying, Task, register_check, register_tasks
from waterpas.web.scans import following
from waterpas.web.scans.models import Choice
from waterpas.web.scans.selectors import (
    Standing,
    State,
    in_state,
    last_prescans,
    scannable_items,
    standings,
)

RECHECK, DECIDE, BUSY, PRESCAN = 55, 50, 30, 5
ANSWERING, SIGNING = (Permission.SCAN_CHANGE,), (Permission.SCAN_SIGN,)


def check() -> Iterator[Saying]:
    """What waits at step 7; what was adopted despite objection at step 8."""
    found = standings()
    yield from _prescans(found)
    for step in sorted({one.list.step for one in found}):
        of_step = [one for one in found if one.list.step == step]
        yield from _busy(step, in_state(of_step, State.BUSY))
        yield from _waiting(step, in_state(of_step, State.DECIDE))
        yield from _due(step, in_state(of_step, State.RECHECK))
        yield from _done(step, in_state(of_step, State.DECIDED))
        yield from _in_haste(step, of_step)
    yield from _despite([one for one in found if one.decision])


def tasks() -> Iterator[Task]:
    """A decision, and looking again, wait for who holds the function that owns the item."""
    for one in standings():
        holder = one.scan.item.owner.present_holder if one.scan.item.owner else None
        person, title = holder.pk if holder else None, one.scan.item.title
        if one.state == State.DECIDE:
            answered = (each.answered_at for each in one.answers.values())
            yield Task(
                text=_("%(item)s: besluit over het beleid nodig") % {"item": title},
                url=reverse("scans:detail", args=[one.scan.pk]),
                person=person,
                since=max(answered, default=one.scan.begun_at).date(),
                needs=SIGNING,
            )
        if one.state == State.RECHECK:
            yield Task(
                text=_due_text(one) % {"item": title},
                url=reverse("scans:detail", args=[one.scan.pk]),
                person=person,
                until=one.scan.recheck_on,
                needs=ANSWERING,
            )


def _due_text(one: Standing) -> str:
    if one.list.followed_by:
        return _("%(item)s: met haast getoetst, nu volgt de volledige toets")
    return _("%(item)s: opnieuw kijken naar de antwoorden")


def _prescans(found: Sequence[Standing]) -> Iterator[Saying]:
    whole = {one.scan.item_id for one in found if one.list.counts_as_scan}
    seen = last_prescans().keys() | whole
    unseen = scannable_items().exclude(pk__in=seen).count()
    if unseen:
        words = ngettext(
            "%(count)d onderwerp heeft nog geen prescan.",
            "%(count)d onderwerpen hebben nog geen prescan.",
            unseen,
        )
        yield Saying(
            step=7,
            text=words % {"count": unseen},
            is_gap=True,
            next_label=_("Prescan doen"),
            next_url=reverse("scans:list"),
            needs=ANSWERING,
            minutes=10,
            weight=PRESCAN,
            is_empty=not seen,
        )


def _busy(step: int, busy: Sequence[Standing]) -> Iterator[Saying]:
    words = ngettext(
        "%(count)d beleidstoets is nog niet af.",
        "%(count)d beleidstoetsen zijn nog niet af.",
        len(busy),
    )
    yield from _gap(step, busy, words, _("Verder met de toets"), weight=BUSY, needs=ANSWERING)


def _waiting(step: int, waiting: Sequence[Standing]) -> Iterator[Saying]:
    words = ngettext(
        "%(count)d beleidstoets wacht op een besluit.",
        "%(count)d beleidstoetsen wachten op een besluit.",
        len(waiting),
    )
    yield from _gap(step, waiting, words, _("Besluit nemen"), weight=DECIDE, needs=SIGNING)


def _due(step: int, due: Sequence[Standing]) -> Iterator[Saying]:
    hasty = [one for one in due if one.list.followed_by]
    yield from _overdue(step, hasty)
    yield from _looked_at_again(step, [one for one in due if one not in hasty])


def _overdue(step: int, hasty: Sequence[Standing]) -> Iterator[Saying]:
    words = ngettext(
        "Bij %(count)d toets die met haast is gedaan, is het tijd voor de volledige toets.",
        "Bij %(count)d toetsen die met haast zijn gedaan, is het tijd voor de volledige toets.",
        len(hasty),
    )
    label = _("Volledige toets beginnen")
    yield from _gap(step, hasty, words, label, weight=RECHECK, needs=ANSWERING)


def _in_haste(step: int, found: Sequence[Standing]) -> Iterator[Saying]:
    """Haste leaves a trace, also before the day has come."""
    ahead = [
        one
        for one in found
        if one.state != State.RECHECK and following.is_owed(one.scan, one.decision)
    ]
    if ahead:
        words = ngettext(
            "%(count)d toets is met haast gedaan; de volledige toets moet nog komen.",
            "%(count)d toetsen zijn met haast gedaan; de volledige toets moet nog komen.",
            len(ahead),
        )
        yield Saying(
            step=step,
            text=words % {"count": len(ahead)},
            next_label=_("Bekijken"),
            next_url=_to(ahead),
        )


def _looked_at_again(step: int, due: Sequence[Standing]) -> Iterator[Saying]:
    words = ngettext(
        "Bij %(count)d beleidstoets is het tijd om opnieuw te kijken.",
        "Bij %(count)d beleidstoetsen is het tijd om opnieuw te kijken.",
        len(due),
    )
    yield from _gap(step, due, words, _("Opnieuw kijken"), weight=RECHECK, needs=ANSWERING)


def _gap(
    step: int,
    found: Sequence[Standing],
    words: str,
    label: str,
    *,
    weight: int,
    needs: tuple[str, ...],
) -> Iterator[Saying]:
    if found:
        yield Saying(
            step=step,
            text=words % {"count": len(found)},
            is_gap=True,
            next_label=label,
            next_url=_to(found),
            waits_for=waits_for(one.scan.item.owner for one in found),
            needs=needs,
            minutes=20,
            weight=weight,
        )


def _done(step: int, decided: Sequence[Standing]) -> Iterator[Saying]:
    if decided:
        words = ngettext(
            "Over %(count)d beleidstoets is besloten.",
            "Over %(count)d beleidstoetsen is besloten.",
            len(decided),
        )
        yield Saying(step=step, text=words % {"count": len(decided)})


def _despite(decided: Iterable[Standing]) -> Iterator[Saying]:
    found = [one for one in decided if one.decision and one.decision.choice == Choice.DESPITE]
    if found:
        words = ngettext(
            "Bij %(count)d beleidstoets is het beleid overgenomen ondanks bezwaar.",
            "Bij %(count)d beleidstoetsen is het beleid overgenomen ondanks bezwaar.",
            len(found),
        )
        yield Saying(
            step=8,
            text=words % {"count": len(found)},
            next_label=_("Redenen bekijken"),
            next_url=_to(found),
        )


def _to(found: Sequence[Standing]) -> str:
    if len(found) == 1:
        return reverse("scans:detail", args=[found[0].scan.pk])
    return reverse("scans:list")


register_check("scans", check)
register_tasks("scans", tasks)
