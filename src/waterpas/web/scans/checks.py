"""What the scans say about steps 7 and 8, and what waits for whom."""

from collections.abc import Iterable, Iterator, Sequence

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from waterpas.web.people.permissions import Permission
from waterpas.web.people.waiting import waits_for
from waterpas.web.references.checks import Saying, Task, register_check, register_tasks
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
    yield from _busy(in_state(found, State.BUSY))
    yield from _waiting(in_state(found, State.DECIDE))
    yield from _due(in_state(found, State.RECHECK))
    yield from _done(in_state(found, State.DECIDED))
    yield from _despite([one for one in found if one.decision])


def tasks() -> Iterator[Task]:
    """A decision, and looking again, wait for who holds the function that owns the item."""
    for one in standings():
        holder = one.scan.item.owner.present_holder if one.scan.item.owner else None
        person, title = holder.pk if holder else None, one.scan.item.title
        if one.state == State.DECIDE:
            yield Task(
                text=_("%(item)s: besluit over het beleid nodig") % {"item": title},
                url=reverse("scans:detail", args=[one.scan.pk]),
                person=person,
                since=max(each.answered_at.date() for each in one.answers.values()),
                needs=SIGNING,
            )
        if one.state == State.RECHECK:
            yield Task(
                text=_("%(item)s: opnieuw kijken naar de criteria") % {"item": title},
                url=reverse("scans:detail", args=[one.scan.pk]),
                person=person,
                until=one.scan.recheck_on,
                needs=ANSWERING,
            )


def _prescans(found: Sequence[Standing]) -> Iterator[Saying]:
    seen = last_prescans().keys() | {one.scan.item_id for one in found}
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


def _busy(busy: Sequence[Standing]) -> Iterator[Saying]:
    words = ngettext(
        "%(count)d beleidstoets is nog niet af.",
        "%(count)d beleidstoetsen zijn nog niet af.",
        len(busy),
    )
    yield from _gap(busy, words, _("Verder met de toets"), weight=BUSY, needs=ANSWERING)


def _waiting(waiting: Sequence[Standing]) -> Iterator[Saying]:
    words = ngettext(
        "%(count)d beleidstoets wacht op een besluit.",
        "%(count)d beleidstoetsen wachten op een besluit.",
        len(waiting),
    )
    yield from _gap(waiting, words, _("Besluit nemen"), weight=DECIDE, needs=SIGNING)


def _due(due: Sequence[Standing]) -> Iterator[Saying]:
    words = ngettext(
        "Bij %(count)d beleidstoets is het tijd om opnieuw te kijken.",
        "Bij %(count)d beleidstoetsen is het tijd om opnieuw te kijken.",
        len(due),
    )
    yield from _gap(due, words, _("Opnieuw kijken"), weight=RECHECK, needs=ANSWERING)


def _gap(
    found: Sequence[Standing], words: str, label: str, *, weight: int, needs: tuple[str, ...]
) -> Iterator[Saying]:
    if found:
        yield Saying(
            step=7,
            text=words % {"count": len(found)},
            is_gap=True,
            next_label=label,
            next_url=_to(found),
            waits_for=waits_for(one.scan.item.owner for one in found),
            needs=needs,
            minutes=20,
            weight=weight,
        )


def _done(decided: Sequence[Standing]) -> Iterator[Saying]:
    if decided:
        words = ngettext(
            "Over %(count)d beleidstoets is besloten.",
            "Over %(count)d beleidstoetsen is besloten.",
            len(decided),
        )
        yield Saying(step=7, text=words % {"count": len(decided)})


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
