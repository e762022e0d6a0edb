"""Which findings are answered by actions, for the page of the findings."""

from collections.abc import Sequence

from django.db.models import Count, Q

from waterpas.web.actions.models import Status
from waterpas.web.findings.answers import Answered
from waterpas.web.findings.models import Finding


def answers(pks: Sequence[int]) -> dict[int, Answered]:
    """Per finding: how many actions answer it, how many work, how many were diluted."""
    rows = (
        Finding.objects.filter(pk__in=pks)
        .annotate(
            answered=Count("actions"),
            working=Count("actions", filter=Q(actions__status=Status.WORKS)),
            weakened=Count("actions", filter=Q(actions__status=Status.DILUTED)),
        )
        .order_by()
        .values_list("pk", "answered", "working", "weakened")
    )
    return {pk: Answered(count, works, diluted) for pk, count, works, diluted in rows}
