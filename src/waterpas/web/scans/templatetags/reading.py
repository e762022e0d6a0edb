"""What was read on a scan, for the pages of the scan and of a criterion."""

from collections.abc import Iterable
from dataclasses import dataclass

from django import template
from django.template.context import Context

from waterpas.web.scans import selectors_documents
from waterpas.web.scans.identifying import pointing_in
from waterpas.web.scans.models import PassageKind, Scan
from waterpas.web.scans.selectors import standing_of
from waterpas.web.scans.selectors_documents import Missed, Quote, Read, ShownPassage, Under

register = template.Library()
REASON = "aside-reason-"


@dataclass(frozen=True, slots=True)
class Line:
    """A passage under a criterion; `typed` is a reason that was typed and is not stored yet."""

    shown: ShownPassage
    typed: str

    @property
    def points(self) -> bool:
        """Whether the reason seems to point at somebody."""
        return bool(pointing_in(self.typed))


@dataclass(frozen=True, slots=True)
class QuotedLines:
    """One sentence under a criterion, with its questions."""

    first: ShownPassage
    lines: list[Line]


@dataclass(frozen=True, slots=True)
class UnderCriterion:
    """The passages under a criterion: those that ask for a look, looked at, apart, and present."""

    asked: list[Line]
    seen: list[Line]
    apart: list[Line]
    presence: list[Line]
    documents: int


@dataclass(frozen=True, slots=True)
class OnScan:
    """What was read on a scan, and what it asks."""

    reads: list[Read]
    removed: list[Read]
    looks: list[Under]
    number: int
    missed: list[Missed]


@register.simple_tag(takes_context=True)
def passages_for(context: Context, scan: Scan, criterion: str) -> UnderCriterion:
    """The passages that belong to a criterion."""
    request = context.get("request")
    typed = request.POST if request and request.method == "POST" else {}
    lines = [
        Line(one, "" if one.aside else typed.get(f"{REASON}{one.passage.pk}", ""))
        for one in selectors_documents.passages_under(scan, criterion)
    ]
    asked = [line for line in lines if line.shown.passage.kind == PassageKind.QUESTION]
    open_ones = [line for line in asked if not line.shown.aside and not line.shown.is_gone]
    return UnderCriterion(
        asked=[line for line in open_ones if not line.shown.passage.apart],
        seen=[line for line in asked if line.shown.aside],
        apart=[line for line in open_ones if line.shown.passage.apart],
        presence=[line for line in lines if line not in asked and not line.shown.is_gone],
        documents=scan.documents.filter(removed_at=None).count(),
    )


@register.simple_tag
def read_on(scan: Scan) -> OnScan:
    """What was read on a scan."""
    answered = standing_of(scan).answers
    reads = selectors_documents.documents_of(scan)
    asked = [one for read in reads for one in read.asked]
    looks = selectors_documents.looks_asked(scan, reads, answered)
    under = {look.criterion for look in looks}
    return OnScan(
        reads=reads,
        removed=selectors_documents.documents_of(scan, removed=True),
        looks=looks,
        number=sum(_asks(one, under) for one in asked),
        missed=selectors_documents.missed(scan, reads, answered),
    )


def _asks(one: ShownPassage, under: set[str]) -> bool:
    """Whether somebody still has to look, under one criterion at least."""
    aside = {each.criterion for each in one.asides if each.undone_at is None}
    return bool((set(one.passage.criteria) & under) - aside)


@register.filter
def quoted(shown: Iterable[ShownPassage]) -> list[Quote]:
    """The passages by their sentence: one quote, with its questions."""
    return selectors_documents.quotes(shown)


@register.filter
def lines_quoted(lines: list[Line]) -> list[QuotedLines]:
    """The same for the passages under a criterion, each with what was typed about it."""
    by_passage = {line.shown.passage.pk: line for line in lines}
    found = selectors_documents.quotes(line.shown for line in lines)
    return [
        QuotedLines(one.first, [by_passage[each.passage.pk] for each in one.asked]) for one in found
    ]


@register.filter
def named(names: dict[str, str], code: str) -> str:
    """Who a code of the log stands for; empty when nobody does."""
    return names.get(code, "")
