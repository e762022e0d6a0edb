"""What the records of studies say about the ten steps, and what waits for whom.

The examples that ship with Waterpas count nowhere here: they are not about this municipality.
"""

from collections.abc import Iterator

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from waterpas.web.people.permissions import Permission
from waterpas.web.people.selectors import active_people
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
        needs=(Permission.STUDY_CHANGE,),
        minutes=15,
        is_empty=True,
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
        needs=(Permission.FINDING_CHANGE,),
        minutes=15,
        weight=40,
    )


def tasks() -> Iterator[Task]:
    """Studies without a table, and tallies whose day of destruction is near."""
    able = {one.pk for one in active_people() if one.may(Permission.STUDY_CHANGE)}
    for study in selectors.own().filter(state=State.DESIGNED):
        since = timezone.localtime(study.added_at).date()
        text = _("Lees een tabel in: %(title)s") % {"title": study.title}
        url = reverse("studies:table", args=[study.pk])
        members = _able(study, able)
        yield from (Task(text, url, person, since=since) for person in members)
        if not members:
            yield _for_nobody(study)
    for tally in selectors.soon_due_tallies(timezone.localdate()):
        text = _("De telling wordt vernietigd: %(title)s") % {"title": tally.study.title}
        url = reverse("studies:tally", args=[tally.study_id])
        members = _able(tally.study, able)
        yield from (Task(text, url, person, until=tally.destroy_on) for person in members)
        if not members:
            yield _for_nobody(tally.study)


def _able(study: Study, able: set[int]) -> list[int]:
    """The members who can still work on it."""
    return [person.pk for person in study.members.all() if person.pk in able]


def _for_nobody(study: Study) -> Task:
    """Everybody who worked on it left: somebody else has to come in first."""
    text = _("Niemand werkt nog aan dit onderzoek: %(title)s") % {"title": study.title}
    return Task(text, reverse("studies:members", args=[study.pk]), None)


register_check("studies", check)
register_tasks("studies", tasks)
