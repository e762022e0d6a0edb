"""A result for a wider circle: exactly what is on the screen, and nothing that was hidden."""

from datetime import datetime

from django.db import transaction

from waterpas.disclosure.kept import keep, kept, widen
from waterpas.disclosure.rules import Audience
from waterpas.web.audit_trail.services import Actor
from waterpas.web.releases import services as releases
from waterpas.web.releases.models import Release
from waterpas.web.studies.models import Run
from waterpas.web.studies.selectors import urn_of


@transaction.atomic
def release_study(*, run: Run, audience: Audience, by: Actor, now: datetime) -> Release:
    """Release a result; refused beside another table of the same people and columns."""
    released = {
        lang: keep(widen(kept(plain), audience=audience)) for lang, plain in run.released.items()
    }
    return releases.release_result(
        subject=urn_of(run.study),
        audience=audience,
        released=released,
        people=run.tally.people,
        columns=[run.parameters["across"], *run.parameters["by"]],
        version=run.version,
        by=by,
        now=now,
    )
