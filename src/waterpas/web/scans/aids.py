"""The map of decision points and the combinations, beside the criteria that they belong to."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from waterpas.web.scans.asked import questions_of
from waterpas.web.scans.combinations import selectors as combinations
from waterpas.web.scans.combinations import words as combination_words
from waterpas.web.scans.decision_points import selectors as points
from waterpas.web.scans.decision_points import shown as points_shown
from waterpas.web.scans.decision_points import words as point_words
from waterpas.web.scans.models import Scan

MAP, MATRIX = frozenset({"W08", "N08"}), frozenset({"W03"})


@dataclass(frozen=True, slots=True)
class Aid:
    """What helps with a criterion: its name, what it says so far, and where it is."""

    head: str
    summary: list[str]
    url: str
    label: str
    is_empty: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One gap: what it is about, what is missing, and where it is."""

    title: str
    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Gaps:
    """The gaps that one aid shows."""

    code: str
    head: str
    explanation: str
    lines: list[Line]


def of_criterion(scan: Scan, criterion: str) -> Aid | None:
    """What helps with this criterion; None: nothing does."""
    if criterion in MAP:
        there = list(points.on_the_map(scan.item))
        url, head = _map(scan), _("Kaart van beslispunten")
        return Aid(head, points_shown.summary(there), url, _("Open de kaart"), not there)
    if criterion in MATRIX:
        found = list(combinations.in_scan(scan))
        head, label = _("Combinaties van kenmerken"), _("Open de combinaties")
        return Aid(head, combination_words.summary(found), _matrix(scan), label, not found)
    return None


def gaps(scan: Scan) -> list[Gaps]:
    """What the map and the combinations show as missing, for the result of a scan."""
    asked = questions_of(scan).keys()
    found = [
        Gaps(
            "kaart",
            _("Uit de kaart van beslispunten"),
            _("Waar beslist iemand, en wat begrenst daar het eigen oordeel?"),
            list(_of_map(scan)) if asked & MAP else [],
        ),
        Gaps(
            "combinaties",
            _("Uit de combinaties van kenmerken"),
            _("Een nadeel kan pas te zien zijn als kenmerken samenkomen."),
            list(_of_matrix(scan)) if asked & MATRIX else [],
        ),
    ]
    return [one for one in found if one.lines]


def _of_map(scan: Scan) -> Iterator[Line]:
    there = list(points.on_the_map(scan.item))
    if not there:
        yield Line(points_shown.summary([])[0], "", _map(scan))
    for point in there:
        if text := point_words.in_short(point):
            title = f"{point.place}. {point.moment}"
            yield Line(title, text, f"{_map(scan)}#punt-{point.pk}")


def _of_matrix(scan: Scan) -> Iterator[Line]:
    found = list(combinations.in_scan(scan))
    if not found:
        yield Line(combination_words.summary([])[0], "", _matrix(scan))
    for one in found:
        if text := combination_words.open_of(one):
            yield Line(str(one), text, f"{_matrix(scan)}#combinatie-{one.pk}")


def _map(scan: Scan) -> str:
    return reverse("scans:map", args=[scan.item_id])


def _matrix(scan: Scan) -> str:
    return reverse("scans:combinations", args=[scan.pk])
