"""Everything that changes who may see a result. Each change is one transaction and one line."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from waterpas.web.audit_trail import services as audit
from waterpas.web.audit_trail.services import Actor
from waterpas.web.audit_trail.types import EventType
from waterpas.web.releases.models import Release
from waterpas.web.releases.rules import hides_something, is_same_table
from waterpas.web.releases.selectors import beside

Result = Mapping[str, Mapping[str, Any]]


class SecondTable(Exception):
    """Another table of the same people and columns is out already; side by side they would tell
    what each of them hides. `earlier` is that table."""

    def __init__(self, earlier: Release) -> None:
        super().__init__(f"release {earlier.pk}")
        self.earlier = earlier


class AlreadyWithdrawn(Exception):
    """This release was withdrawn before."""


@transaction.atomic
def release_result(
    *,
    subject: str,
    audience: str,
    released: Result,
    people: str,
    columns: Sequence[str],
    version: str,
    by: Actor,
    now: datetime,
) -> Release:
    """Let a wider circle see a result, as it was shown inside.

    `released` holds per language what disclosure control let out; `people` are marks of the people
    it is about, and `columns` what they were counted by. A table that was out before counts, also
    when it was withdrawn: it was read. The same table again is no second table.
    """
    for earlier in beside(people=people, columns=columns, hides=hides_something(released)):
        if not is_same_table(earlier.result, released):
            raise SecondTable(earlier)
    release = Release.objects.create(
        subject=subject,
        audience=audience,
        people=people,
        columns=list(columns),
        result=dict(released),
        minimum=min(each["minimum"] for each in released.values()),
        version=version,
        released_at=now,
        released_by=by.actor_code,
    )
    audit.record(EventType.RESULT_RELEASED, subject=release, by=by, at=now)
    return release


@transaction.atomic
def withdraw_release(*, release: Release, because: str, by: Actor, now: datetime) -> Release:
    """Take a release back, with the reason. Who read it has read it; the record stays."""
    release = Release.objects.select_for_update().get(pk=release.pk)
    if release.withdrawn_at:
        raise AlreadyWithdrawn
    release.withdrawn_at, release.withdrawn_by = now, by.actor_code
    release.withdrawn_because = because
    release.save()
    audit.record(EventType.RELEASE_WITHDRAWN, subject=release, by=by, at=now)
    return release
