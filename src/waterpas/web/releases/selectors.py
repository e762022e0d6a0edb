"""Questions about what was released. Reads only."""

from collections.abc import Sequence

from django.db.models import QuerySet

from waterpas.web.releases.models import Release
from waterpas.web.releases.rules import hides_something, shares_columns, shares_people


def releases_of(subject: str) -> QuerySet[Release]:
    """What was released of one thing, the last first."""
    return Release.objects.filter(subject=subject)


def standing() -> QuerySet[Release]:
    """What is released and was not withdrawn: for the council, and for everybody."""
    return Release.objects.filter(withdrawn_at=None)


def beside(*, people: str, columns: Sequence[str], hides: bool) -> list[Release]:
    """Every release that a table about these people cannot stand beside, withdrawn ones too.

    By one of the same columns; or by any column, when one of the two hides a group: the other then
    gives the total that the first left out.
    """
    return [
        release
        for release in Release.objects.all()
        if shares_people(release.people, people)
        and (hides or hides_something(release.result) or shares_columns(release.columns, columns))
    ]
