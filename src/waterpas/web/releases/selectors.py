"""Questions about what was released. Reads only."""

from collections.abc import Sequence

from django.db.models import QuerySet

from waterpas.web.releases.models import Release
from waterpas.web.releases.rules import shares_columns, shares_people


def releases_of(subject: str) -> QuerySet[Release]:
    """What was released of one thing, the last first."""
    return Release.objects.filter(subject=subject)


def standing() -> QuerySet[Release]:
    """What is released and was not withdrawn: for the council, and for everybody."""
    return Release.objects.filter(withdrawn_at=None)


def beside(*, people: str, columns: Sequence[str]) -> list[Release]:
    """Every release about the same people by one of the same columns, withdrawn ones too."""
    return [
        release
        for release in Release.objects.all()
        if shares_people(release.people, people) and shares_columns(release.columns, columns)
    ]
