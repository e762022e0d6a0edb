"""Questions about studies. Reads only; every figure leaves through disclosure control."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from django.db.models import QuerySet

from waterpas.disclosure import Released, release
from waterpas.measure.chain import chain
from waterpas.results import Chain
from waterpas.tallies.tally import Tally
from waterpas.texts import Language
from waterpas.version import __version__
from waterpas.web.studies.models import Run, Study
from waterpas.web.studies.rules import Measured, fingerprint

MINIMUM = 10


def studies() -> QuerySet[Study]:
    """All studies, by the name in their address."""
    return Study.objects.all()


def others_than(study: Study) -> QuerySet[Study]:
    """The other studies, to look at next."""
    return Study.objects.exclude(pk=study.pk)


def released_result(study: Study, lang: Language) -> Released:
    """The result of a study as the public may see it."""
    return _released(study.tally, study.across, study.reference, study.reason(lang), study.level)


def measured_now(study: Study) -> Measured:
    """With what the result of a study would be computed now."""
    return Measured(
        tally_sha256=fingerprint(study.tally),
        version=__version__,
        parameters={
            "across": study.across,
            "reference": study.reference,
            "level": study.level,
            "audience": "public",
            "minimum": MINIMUM,
        },
    )


def last_measured(study: Study) -> Measured | None:
    """With what the last run on record was computed."""
    run = Run.objects.filter(study=study).first()
    return Measured(run.tally_sha256, run.version, run.parameters) if run else None


def family_of(study: Study) -> int:
    """How many comparisons the study makes at once."""
    return released_result(study, "nl").result.family


def released_from_layout(
    path: Path, layout: Mapping[str, object], *, reference: str, because: str | None
) -> Released:
    """The result of a table that somebody brings along, as that reader may see it."""
    from waterpas.tallies.build import tally

    across = str(layout["column"])
    counts = tally(path, by=across, layout=layout)
    result = chain(counts, across=across, reference=reference, because=because)
    return release(result, audience="internal", minimum=MINIMUM)


# The same counts give the same result: a page of a study is computed once per process.
@lru_cache(maxsize=64)
def _released(tally: str, across: str, reference: str, because: str, level: float) -> Released:
    result: Chain = chain(
        Tally.from_json(tally), across=across, reference=reference, because=because, level=level
    )
    return release(result, audience="public", minimum=MINIMUM)
