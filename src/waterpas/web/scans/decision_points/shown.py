"""A map in the shape in which pages show it: the steps, what is missing, and what can follow."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from waterpas.handbook import changes_for
from waterpas.web.actions.models import Status
from waterpas.web.findings.models import Evidence, Finding
from waterpas.web.findings.suggestions import suggestions
from waterpas.web.references.urns import Reference, urn
from waterpas.web.register.models import Item
from waterpas.web.scans.decision_points import rules, words
from waterpas.web.scans.decision_points.models import DecisionPoint
from waterpas.web.scans.decision_points.selectors import on_the_map, points, says_now
from waterpas.web.scans.selectors import EXAMINED_ROLES
from waterpas.web.ui.languages import language_of_page

KIND, CRITERION = "decisionpoint", "N08"
LONGEST_TITLE, LONGEST_TEXT = 200, 1500


@dataclass(frozen=True, slots=True)
class Limit:
    """One sentence about what limits a decision; whether it is missing, or not known."""

    text: str
    is_gap: bool
    is_unknown: bool


@dataclass(frozen=True, slots=True)
class Offer:
    """A change that the handbook offers. `finding`: for which it can be taken over."""

    change: str
    title: str
    text: str
    finding: int | None
    taken: int | None


@dataclass(frozen=True, slots=True)
class Step:
    """One point on the map."""

    point: DecisionPoint
    limits: list[Limit]
    is_unlimited: bool
    finding_url: str
    findings: list[Finding]
    offers: list[Offer]

    @property
    def has_gaps(self) -> bool:
        return any(one.is_gap for one in self.limits)


def steps(item: Item) -> list[Step]:
    """The points of an item in the order of the process, with what can follow from each."""
    found = list(on_the_map(item))
    findings = _findings(found)
    return [_step(point, findings.get(urn(KIND, point.pk), [])) for point in found]


def _step(point: DecisionPoint, findings: list[Finding]) -> Step:
    says = says_now(point)
    lacks, unknowns = rules.lacks(says), rules.unknowns(says)
    limits = [
        Limit(words.sentence(point, name), name in lacks, name in unknowns) for name in rules.LIMITS
    ]
    offers = _offers(point, findings) if lacks else []
    url = finding_url(point) if lacks else ""
    return Step(point, limits, rules.is_unlimited(says), url, findings, offers)


def _findings(found: Iterable[DecisionPoint]) -> dict[str, list[Finding]]:
    """The findings that rest on a point, by the name of that point."""
    names = [urn(KIND, point.pk) for point in found]
    evidence = Evidence.objects.filter(urn__in=names).select_related("finding")
    by_name: dict[str, list[Finding]] = {}
    for one in evidence.prefetch_related("finding__actions"):
        there = by_name.setdefault(one.urn, [])
        if one.finding not in there:
            there.append(one.finding)
    return by_name


def finding_url(point: DecisionPoint) -> str:
    """Where a point becomes a finding: its words come along by its name, not in the address."""
    query = {"study": urn(KIND, point.pk), "item": str(point.item_id)}
    if point.item.role in EXAMINED_ROLES:
        query["point"] = CRITERION
    return f"{reverse('findings:add')}?{urlencode(query)}"


def _offers(point: DecisionPoint, findings: list[Finding]) -> list[Offer]:
    """What the handbook offers for what is missing; to be taken over for the first finding."""
    wanted = set(rules.answers(says_now(point)))
    undecided = next((one for one in findings if one.decided_at is None), None)
    offered = suggestions(undecided.points) if undecided else changes_for(CRITERION)
    taken = _taken(undecided) if undecided else {}
    lang = language_of_page()
    return [
        Offer(
            change=item.id,
            title=item.title.text(lang),
            text=item.text(lang),
            finding=undecided.pk if undecided else None,
            taken=taken.get(item.id),
        )
        for item in offered
        if item.id in wanted
    ]


def _taken(finding: Finding) -> Mapping[str, int]:
    actions = (one for one in finding.actions.all() if one.status != Status.DILUTED)
    return {one.handbook_change: one.pk for one in actions}


def summary(found: Sequence[DecisionPoint]) -> list[str]:
    """What stands out on a map, by the names of its points; nothing is counted."""
    if not found:
        return [_("Er staat nog geen beslispunt op de kaart.")]
    bare = [one for one in found if rules.is_unlimited(says_now(one))]
    lacking = [one for one in found if rules.lacks(says_now(one)) and one not in bare]
    unknown = [one for one in found if rules.unknowns(says_now(one))]
    told = [
        _("Niets begrenst het eigen oordeel bij: %(points)s.") % {"points": _named(bare)},
        _("Iets ontbreekt bij: %(points)s.") % {"points": _named(lacking)},
        _("Nog niet alles is bekend bij: %(points)s.") % {"points": _named(unknown)},
    ]
    said = [text for text, which in zip(told, (bare, lacking, unknown), strict=True) if which]
    return said or [_("Bij elk beslispunt begrenst iets het eigen oordeel.")]


def _named(found: Iterable[DecisionPoint]) -> str:
    return "; ".join(f"{point.place}. {point.moment}" for point in found)


def map_of_item(item: int) -> list[Reference]:
    """The map of one item, for the page of that item; also when it is empty."""
    there = on_the_map(item).exists()
    title = _("Kaart van beslispunten") if there else _("Kaart van beslispunten: nog leeg")
    return [Reference(urn("map", item), title, reverse("scans:map", args=[item]))]


def reference(key: str) -> Reference | None:
    """What `urn:waterpas:decisionpoint:…` stands for."""
    is_number = key.isascii() and key.isdigit() and len(key) < 19
    point = points().filter(pk=key).first() if is_number else None
    if point is None:
        return None
    text = f"{point.who}: {point.about} {words.missing(point)}"
    brings = {
        "kind": "rule",
        "title": Truncator(point.moment).chars(LONGEST_TITLE),
        "text": text[:LONGEST_TEXT],
    }
    url = reverse("scans:point", args=[point.pk])
    title = f"{point.item.title}: {point.moment}"
    return Reference(urn(KIND, point.pk), title, url, brings=brings)
