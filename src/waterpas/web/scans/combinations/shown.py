"""Combinations in the shape in which pages show them."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.text import Truncator

from waterpas.web.findings.models import Evidence, Finding
from waterpas.web.references.urns import Reference, urn
from waterpas.web.scans.combinations import words
from waterpas.web.scans.combinations.models import Combination, Known
from waterpas.web.scans.combinations.selectors import combinations, in_scan, mark
from waterpas.web.scans.models import Scan
from waterpas.web.scans.words import MARKS

KIND, CRITERION = "combination", "W03"
LONGEST_TITLE, LONGEST_TEXT = 200, 1500


@dataclass(frozen=True, slots=True)
class Row:
    """One combination: what is open, what it is beside the one of before, and what can follow."""

    combination: Combination
    is_unknown: bool
    still_open: str
    mark: str | Promise
    finding_url: str
    findings: list[Finding]


def rows(scan: Scan) -> list[Row]:
    """The combinations of a scan at its present stage."""
    found = list(in_scan(scan))
    findings = _findings(found)
    return [_row(one, findings.get(one.pk, [])) for one in found]


def _row(one: Combination, findings: list[Finding]) -> Row:
    marked = mark(one)
    return Row(
        combination=one,
        is_unknown=one.known == Known.UNKNOWN,
        still_open=words.open_of(one),
        mark=MARKS[marked] if marked else "",
        finding_url=_finding_url(one),
        findings=findings,
    )


def _findings(found: list[Combination]) -> dict[int, list[Finding]]:
    """The findings that rest on a combination, also on the one of before that it came from."""
    names = {urn(KIND, key): one.pk for one in found for key in (one.pk, one.before_id) if key}
    by_key: dict[int, list[Finding]] = {}
    for evidence in Evidence.objects.filter(urn__in=names).select_related("finding"):
        there = by_key.setdefault(names[evidence.urn], [])
        if evidence.finding not in there:
            there.append(evidence.finding)
    return by_key


def _finding_url(one: Combination) -> str:
    query = {"study": urn(KIND, one.pk), "point": CRITERION, "item": str(one.scan.item_id)}
    return f"{reverse('findings:add')}?{urlencode(query)}"


def reference(key: str) -> Reference | None:
    """What `urn:waterpas:combination:…` stands for."""
    is_number = key.isascii() and key.isdigit() and len(key) < 19
    one = combinations().filter(pk=key).first() if is_number else None
    if one is None:
        return None
    brings = {
        "kind": "story" if one.known == Known.ASKED else "rule",
        "title": Truncator(" ".join(one.happens.split())).chars(LONGEST_TITLE),
        "text": one.happens[:LONGEST_TEXT],
        "for_whom": str(one)[:LONGEST_TEXT],
    }
    url = reverse("scans:combination", args=[one.pk])
    brought = {name: text for name, text in brings.items() if text}
    return Reference(urn(KIND, one.pk), f"{one.scan}: {one}", url, brings=brought)
