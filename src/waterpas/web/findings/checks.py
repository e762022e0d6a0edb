"""What the findings say about steps 6, 7 and 8, and what waits for whom."""

from collections.abc import Iterable, Sequence
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from waterpas.web.findings.rules import State
from waterpas.web.findings.selectors import Standing, findings, open_standings, standings
from waterpas.web.people.permissions import Permission
from waterpas.web.people.waiting import waits_for
from waterpas.web.references.checks import Saying, Task, register_check, register_tasks

NAMED = 3
ANSWERING = (Permission.ACTION_CHANGE, Permission.FINDING_DECIDE)


def check() -> Iterable[Saying]:
    """Open findings at steps 6 and 7; decisions not to act, and what was diluted, at step 8."""
    found = standings(findings())
    waiting = [each for each in found if each.is_open]
    for step in (6, 7):
        yield from _open(step, [each for each in waiting if step in each.steps])
        yield from _answered(step, [e for e in found if e.answered.count and step in e.steps])
    yield from _decided([each for each in found if each.state == State.NO_ACTION])
    yield from _diluted([each for each in found if each.is_diluted])


def tasks() -> Iterable[Task]:
    """Every open finding waits for who holds the function that owns its item, if anybody does."""
    for each in open_standings():
        holder = each.owner.present_holder if each.owner else None
        yield Task(
            text=_("%(finding)s: maatregel of besluit nodig")
            % {"finding": each.finding.title.rstrip(".")},
            url=reverse("findings:detail", args=[each.finding.pk]),
            person=holder.pk if holder else None,
            since=each.since,
            needs=ANSWERING,
        )


def _open(step: int, waiting: Sequence[Standing]) -> Iterable[Saying]:
    if not waiting:
        return
    words = ngettext(
        "%(count)d bevinding wacht op een maatregel of een besluit.",
        "%(count)d bevindingen wachten op een maatregel of een besluit.",
        len(waiting),
    )
    yield Saying(
        step=step,
        text=words % {"count": len(waiting)},
        is_gap=True,
        next_label=_("Bevinding beantwoorden"),
        next_url=_to(waiting, State.OPEN),
        waits_for=waits_for(each.owner for each in waiting),
        needs=ANSWERING,
        minutes=15,
        weight=60,
    )


def _answered(step: int, answered: Sequence[Standing]) -> Iterable[Saying]:
    if not answered:
        return
    words = ngettext(
        "%(count)d bevinding heeft een maatregel.",
        "%(count)d bevindingen hebben een maatregel.",
        len(answered),
    )
    yield Saying(step=step, text=words % {"count": len(answered)})


def _decided(decided: Sequence[Standing]) -> Iterable[Saying]:
    if not decided:
        return
    words = ngettext(
        "Bij %(count)d bevinding is besloten niets te doen: %(names)s.",
        "Bij %(count)d bevindingen is besloten niets te doen: %(names)s.",
        len(decided),
    )
    yield Saying(
        step=8,
        text=words % {"count": len(decided), "names": _names(decided)},
        next_label=_("Redenen bekijken"),
        next_url=_to(decided, State.NO_ACTION),
        names_records=True,
    )


def _diluted(diluted: Sequence[Standing]) -> Iterable[Saying]:
    if not diluted:
        return
    words = ngettext(
        "Bij %(count)d bevinding zijn alle maatregelen afgezwakt.",
        "Bij %(count)d bevindingen zijn alle maatregelen afgezwakt.",
        len(diluted),
    )
    yield Saying(
        step=8,
        text=words % {"count": len(diluted)},
        is_gap=True,
        next_label=_("Nieuwe maatregel of besluit"),
        next_url=_to(diluted, State.HAS_ACTIONS),
        waits_for=waits_for(each.owner for each in diluted),
        needs=ANSWERING,
        minutes=15,
        weight=40,
    )


def _names(of: Sequence[Standing]) -> str:
    names = "; ".join(f"“{each.finding.title.rstrip('.')}”" for each in of[:NAMED])
    more = len(of) - NAMED
    return names if more < 1 else _("%(names)s en nog %(more)d") % {"names": names, "more": more}


def _to(of: Sequence[Standing], state: State) -> str:
    if len(of) == 1:
        return reverse("findings:detail", args=[of[0].finding.pk])
    return f"{reverse('findings:list')}?{urlencode({'stand': state})}"


register_check("findings", check)
register_tasks("findings", tasks)
