"""Questions about studies. Reads only; every figure leaves through disclosure control."""

from collections.abc import Collection
from datetime import date, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from waterpas.disclosure import Released
from waterpas.disclosure.kept import kept
from waterpas.explain.methods import METHODS, Method, method_of
from waterpas.tallies.tally import Tally
from waterpas.texts import Language
from waterpas.web.findings.models import Evidence
from waterpas.web.people.models import Person
from waterpas.web.people.permissions import Permission
from waterpas.web.people.selectors import active_people
from waterpas.web.references.urns import urn
from waterpas.web.register.models import Item
from waterpas.web.register.models import Role as MunicipalRole
from waterpas.web.releases.models import Release
from waterpas.web.releases.selectors import standing
from waterpas.web.studies.beside import as_many_people, one_hides, same_people
from waterpas.web.studies.models import Run, State, Study, StudyTally
from waterpas.web.studies.vault import keyed_by_each, unseal

SOON = timedelta(days=30)


def studies() -> QuerySet[Study]:
    """All studies, the last first, with what they are about."""
    return Study.objects.select_related("item").prefetch_related("runs", "members")


def going_on() -> QuerySet[Study]:
    """The studies that were not withdrawn."""
    return studies().exclude(state=State.WITHDRAWN)


def own() -> QuerySet[Study]:
    """The studies of this municipality itself: the examples that ship with Waterpas are not."""
    return going_on().filter(slug="")


def worked_on(person: Person) -> list[Study]:
    """The studies that somebody may change now, the last first."""
    if not person.may(Permission.STUDY_CHANGE):
        return []
    return list(going_on().filter(members=person))


def others_than(study: Study) -> QuerySet[Study]:
    """The other studies with a result, to look at next."""
    return Study.objects.filter(state=State.MEASURED).exclude(pk=study.pk)[:3]


def items() -> QuerySet[Item]:
    """What a study can be about."""
    return Item.objects.filter(retired_at=None)


def method_of_study(study: Study) -> Method | None:
    """The method that answers the question of a study; None: groups compared on one outcome."""
    return method_of(study.kind) if study.kind in METHODS else None


def takes_steps(study: Study) -> bool:
    """Whether a table with steps will do for the question of this study."""
    method = method_of_study(study)
    return method is None or method.step is not None


def is_member(study: Study, person: Person) -> bool:
    """Whether somebody works on this study."""
    return study.members.filter(pk=person.pk).exists()


def may_change(study: Study, person: Person) -> bool:
    """Whether somebody may change this study now."""
    return (
        person.may(Permission.STUDY_CHANGE) and not study.is_withdrawn and is_member(study, person)
    )


def may_join(study: Study) -> list[Person]:
    """Who could work on this study and does not yet."""
    there = set(study.members.values_list("pk", flat=True))
    return [
        person
        for person in active_people()
        if person.pk not in there and person.may(Permission.STUDY_CHANGE)
    ]


def urn_of(study: Study) -> str:
    """The stable name of a study."""
    return urn("study", study.pk)


def urn_of_run(run: Run) -> str:
    """The stable name of one result: what rests on it keeps resting on it."""
    return urn("run", run.pk)


def tallies_of(study: Study) -> QuerySet[StudyTally]:
    """The tallies of a study, the last first."""
    return study.tallies.order_by("-pk")


def live_tally(study: Study) -> StudyTally | None:
    """The last tally of a study that was not destroyed."""
    return tallies_of(study).filter(destroyed_at=None).first()


def opened(tally: StudyTally) -> Tally:
    """The counts inside; for the members of the study, and for measuring."""
    return Tally.from_json(unseal(bytes(tally.sealed)))


def already_read(study: Study, sha256: str) -> StudyTally | None:
    """The tally that was made of this very file before."""
    if not sha256:
        return None
    return tallies_of(study).filter(source_sha256__in=keyed_by_each(sha256)).first()


def last_run(study: Study) -> Run | None:
    """The last result of a study."""
    return study.runs.order_by("-pk").first()


def is_open(run: Run) -> bool:
    """Whether colleagues who do not work on the study may see a result.

    Only the first table about the same people: side by side two tables tell what each of them
    hides. Of a table that could be about the same people somebody may decide that it is not.
    Counts that are public already hide nothing that way.
    """
    return not same_people(run) and (run.opened_at is not None or not _perhaps(run))


def _perhaps(run: Run) -> bool:
    """Whether it could be about the same people as an earlier table of another study."""
    return bool(run.beside) or bool(as_many_people(run))


def may_be_opened(run: Run) -> bool:
    """Whether somebody may let colleagues see it: it only could be about the same people."""
    return run.opened_at is None and _perhaps(run) and not same_people(run)


def stands_in_the_way(run: Run) -> Run | None:
    """The earlier result beside which this one may not go out: one of both hides a group.

    Whatever anybody decided: what colleagues saw beside it cannot be unseen.
    """
    found = [each for each in (*same_people(run), *as_many_people(run)) if one_hides(each, run)]
    if found:
        return found[0]
    return Run.objects.select_related("study").filter(pk__in=run.beside).order_by("pk").first()


def beside(run: Run) -> QuerySet[Study]:
    """The studies that could be about the same people."""
    alike = [each.pk for each in as_many_people(run)]
    return Study.objects.filter(runs__pk__in=[*run.beside, *alike]).distinct()


def may_see(run: Run, person: Person) -> bool:
    """Whether somebody may see a result: who works on the study, and colleagues when it is open."""
    return is_member(run.study, person) or is_open(run)


def runs_for(study: Study, person: Person) -> list[Run]:
    """The results that somebody may see, the last first."""
    runs = study.runs.select_related("study", "tally").order_by("-pk")
    if is_member(study, person):
        return list(runs)
    return [run for run in runs if is_open(run)]


def closed_to(study: Study, person: Person) -> list[tuple[Run, bool]]:
    """The results that somebody may not see, and of each whether it may be opened."""
    if is_member(study, person):
        return []
    runs = study.runs.select_related("study", "tally").order_by("-pk")
    return [(run, may_be_opened(run)) for run in runs if not is_open(run)]


def released_result(run: Run, lang: Language) -> Released:
    """A result as readers inside the municipality may see it: as it was shown the first time."""
    return kept(run.released.get(lang) or run.released["nl"])


def due_tallies(today: date) -> QuerySet[StudyTally]:
    """The tallies whose day of destruction has come."""
    return StudyTally.objects.filter(destroyed_at=None, destroy_on__lte=today)


def soon_due_tallies(today: date) -> QuerySet[StudyTally]:
    """The tallies that are destroyed within thirty days."""
    return StudyTally.objects.select_related("study").filter(
        destroyed_at=None, destroy_on__lte=today + SOON, study__slug=""
    )


def about_employer() -> list[Study]:
    """Its own studies of what the municipality does as an employer."""
    return [study for study in own() if _is_employer(study)]


def about_service() -> list[Study]:
    """Its own studies of services and policy."""
    return [study for study in own() if not _is_employer(study)]


def _is_employer(study: Study) -> bool:
    if study.item:
        return study.item.role == MunicipalRole.EMPLOYER
    return study.purpose == "employer"


def without_finding(some: Collection[Study]) -> list[Study]:
    """Which of these have a result while no finding points at the study or one of its results."""
    names = {study: _names_of(study) for study in some if study.state == State.MEASURED}
    wanted = {name for those in names.values() for name in those}
    found = set(Evidence.objects.filter(urn__in=wanted).values_list("urn", flat=True))
    return [study for study, those in names.items() if not those & found]


def _names_of(study: Study) -> set[str]:
    return {urn_of(study), *(urn_of_run(run) for run in study.runs.all())}


def examinations() -> dict[int, date]:
    """Per item of the register, the day on which a study of it was measured last."""
    runs = Run.objects.filter(study__item__isnull=False).exclude(study__state=State.WITHDRAWN)
    last: dict[int, date] = {}
    for item, at in runs.order_by("computed_at").values_list("study__item_id", "computed_at"):
        last[item] = timezone.localtime(at).date()
    return last


def study_of(release: Release) -> Study | None:
    """The study whose result was released."""
    key = release.subject.removeprefix(urn("study", ""))
    return Study.objects.filter(pk=key).first() if key.isdecimal() else None


def released_studies() -> list[tuple[Release, Study]]:
    """What the council may read: per study what was released last, and stands."""
    found: dict[int, tuple[Release, Study]] = {}
    for release in standing():
        study = study_of(release)
        if study and study.pk not in found:
            found[study.pk] = (release, study)
    return list(found.values())
