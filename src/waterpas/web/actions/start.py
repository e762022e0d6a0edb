"""Where a new action starts from: findings, a change of the handbook, or criteria and patterns."""

from dataclasses import dataclass

from django.http import Http404, QueryDict

from waterpas.texts import Language
from waterpas.web.actions.selectors import handbook_items
from waterpas.web.findings.models import Finding
from waterpas.web.register.models import Item


@dataclass(frozen=True, slots=True)
class Start:
    """The findings that it answers, and what stands ready in the form."""

    findings: tuple[Finding, ...]
    initial: dict[str, object]

    @property
    def decided(self) -> Finding | None:
        """A finding of which it was decided that nothing changes."""
        return next((finding for finding in self.findings if finding.decided_at), None)


def read_start(asked: QueryDict, lang: Language) -> Start:
    """Read it out of an address: `?finding=3&change=W08`, `?point=P07`, `?item=5`."""
    numbers = asked.getlist("finding")
    findings = tuple(Finding.objects.filter(pk__in=[n for n in numbers if n.isdecimal()]))
    if numbers and not findings:
        raise Http404
    points = [*asked.getlist("point"), *(p for finding in findings for p in finding.points)]
    known = handbook_items()
    initial: dict[str, object] = {
        "points": list(dict.fromkeys(point for point in points if point in known)),
        "item": _item(asked.get("item", ""), findings),
    }
    if change := known.get(asked.get("change", "")):
        initial |= {"title": change.title.text(lang), "change": change.text(lang)}
    return Start(findings, initial)


def _item(asked: str, findings: tuple[Finding, ...]) -> Item | None:
    if asked.isdecimal():
        return Item.objects.filter(pk=asked).first()
    return next((finding.item for finding in findings if finding.item), None)
