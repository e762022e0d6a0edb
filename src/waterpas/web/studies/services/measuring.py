"""From the counts of a study to a result on record."""

from datetime import datetime

from django.db import transaction

from waterpas.disclosure.kept import keep
from waterpas.tallies.tally import Tally
from waterpas.version import __version__
from waterpas.web.audit_trail import services as audit
from waterpas.web.audit_trail.services import Actor
from waterpas.web.audit_trail.types import EventType
from waterpas.web.studies.beside import maybe_same_people
from waterpas.web.studies.counting import MINIMUM, family_of, in_english, measured
from waterpas.web.studies.models import Run, State, Study, StudyTally
from waterpas.web.studies.rules import AUDIT, Choice, Measured, asked
from waterpas.web.studies.selectors import opened
from waterpas.web.studies.services.designing import for_change


class TallyDestroyed(Exception):
    """The counts are gone: nothing can be measured on them any more."""


@transaction.atomic
def measure_study(
    *, study: Study, tally: StudyTally, choice: Choice, by: Actor, now: datetime
) -> Run:
    """Compute a result, and put on record with what that was done and what it showed."""
    study = for_change(study)
    if tally.destroyed_at:
        raise TallyDestroyed
    counts, wanted = opened(tally), measured_with(tally, choice)
    run = Run.objects.create(
        study=study,
        tally=tally,
        computed_at=now,
        computed_by=by.actor_code,
        family=family_of(counts, choice),
        parameters=wanted.parameters,
        version=wanted.version,
        tally_sha256=wanted.tally_sha256,
        released=_shown(study, counts, choice),
    )
    if others := maybe_same_people(run):
        run.beside = others
        run.save()
    Study.objects.filter(pk=study.pk).update(state=State.MEASURED)
    audit.record(EventType.STUDY_MEASURED, subject=study, by=by, at=now)
    return run


def measured_with(tally: StudyTally, choice: Choice) -> Measured:
    """With what a result is computed now."""
    return Measured(
        tally_sha256=tally.tally_sha256,
        version=__version__,
        parameters={
            "across": choice.across,
            "by": list(choice.by),
            "reference_kind": choice.reference_kind,
            "reference": choice.reference,
            "level": choice.level,
            "audience": "internal",
            "minimum": MINIMUM,
        }
        | _of_method(choice),
    )


def _of_method(choice: Choice) -> dict[str, object]:
    """What a method asked, as JSON keeps it; nothing for the comparison of groups."""
    if choice.kind == AUDIT:
        return {}
    return {"kind": choice.kind, "settings": asked(choice)}


def _shown(study: Study, counts: Tally, choice: Choice) -> dict[str, object]:
    """What readers inside may see, per language; the reason in English where we know it."""
    english = study.reason_en or in_english(choice.because)
    reasons = {"nl": choice.because} | ({"en": english} if english else {})
    return {lang: keep(measured(counts, choice, because=text)) for lang, text in reasons.items()}
