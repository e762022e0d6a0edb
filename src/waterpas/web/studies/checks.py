"""What the records of studies say about the ten steps, and what waits for whom.

The examples that ship with Waterpas count nowhere here: they are not about this municipality.
"""

from collections.abc import Iterator

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from waterpas.web.references.checks import Saying, Task, register_check, register_tasks
from waterpas.web.studies import selectors
from waterpas.web.studies.models import State, Study

EMPLOYER, SERVICE = 6, 7


def check() -> Iterator[Saying]:
    """How many studies there are per step, and which results nobody answered yet."""
    yield from _about(EMPLOYER, selectors.about_employer())
    yield from _about(SERVICE, selectors.about_service())


def _about(step: int, some: list[Study]) -> Iterator[Saying]:
    if not some:
        yield _none(step)
        return
    results = [study for study in some if study.state == State.MEASURED]
    yield Saying(step, _how_many(len(some)) + " " + _with_result(len(results)))
    if open_ones := selectors.without_finding(some):
        yield _unanswered(step, open_ones)


def _none(step: int) -> Saying:
    text = {
        EMPLOYER: _("Er is nog geen onderzoek naar de gemeente als werkgever."),
        SERVICE: _("Er is nog geen onderzoek naar dienstverlening of beleid."),
    }
    return Saying(
        step,
        text[step],
        is_gap=True,
        next_label=_("Zet een onderzoek op"),
        next_url=reverse("studies:add"),
        waits_for=_("een onderzoeker"),
        weight=10,
    )


def _how_many(count: int) -> str:
    return ngettext("Er is %(n)s onderzoek.", "Er zijn %(n)s onderzoeken.", count) % {"n": count}


def _with_result(count: int) -> str:
    if not count:
        return _("Er is nog geen resultaat.")
    return ngettext("%(n)s heeft een resultaat.", "%(n)s hebben een resultaat.", count) % {
        "n": count
    }


def _unanswered(step: int, some: list[Study]) -> Saying:
    count = len(some)
    return Saying(
        step,
        ngettext(
            "Bij %(n)s resultaat is nog geen bevinding of besluit.",
            "Bij %(n)s resultaten is nog geen bevinding of besluit.",
            count,
        )
        % {"n": count},
        is_gap=True,
        next_label=_("Maak een bevinding"),
        next_url=reverse("studies:result", args=[some[0].pk]),
        waits_for=_("wie aan het onderzoek werkt"),
        weight=40,
    )


def tasks() -> Iterator[Task]:
    """Studies without a table, and tallies whose day of destruction is near."""
    for study in selectors.own().filter(state=State.DESIGNED):
        since = timezone.localtime(study.added_at).date()
        text = _("Lees een tabel in: %(title)s") % {"title": study.title}
        url = reverse("studies:table", args=[study.pk])
        yield from (Task(text, url, person.pk, since=since) for person in study.members.all())
    for tally in selectors.soon_due_tallies(timezone.localdate()):
        text = _("De telling wordt vernietigd: %(title)s") % {"title": tally.study.title}
        url = reverse("studies:tally", args=[tally.study_id])
        yield from (
            Task(text, url, person.pk, until=tally.destroy_on)
            for person in tally.study.members.all()
        )


register_check("studies", check)
register_tasks("studies", tasks)
