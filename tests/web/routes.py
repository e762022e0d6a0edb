"""Every named route of the platform, with an example object each."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import URLPattern, get_resolver, resolve, reverse
from django.utils import timezone

from tests.web.findings.factories import RULE, action, finding, item
from tests.web.scans.documents import a_document, an_absence
from tests.web.scans.exchange import taken_in
from tests.web.scans.factories import policy, scan
from tests.web.scans.map_factories import combination, point
from tests.web.scans.together import comment, session
from tests.web.world import NOON
from waterpas.web.actions.models import Action
from waterpas.web.findings.models import Finding
from waterpas.web.people import services as people
from waterpas.web.people.invitations import link_of
from waterpas.web.people.models import Person, Position
from waterpas.web.register.models import Item
from waterpas.web.releases.models import Release
from waterpas.web.scans.combinations.models import Combination
from waterpas.web.scans.decision_points.models import DecisionPoint
from waterpas.web.scans.models import Comment, ImportedScan, Scan, Session
from waterpas.web.studies.models import Run, Study

# The ends of the routes about one point of a map, and about one combination.
POINTS = ("", "_change", "_move", "_remove", "_back")
COMBINATIONS = ("", "_change", "_remove", "_back")


@dataclass(frozen=True, slots=True)
class Route:
    """A named route, and the names and kinds of what its address needs."""

    name: str
    needs: tuple[str, ...]


def named_routes() -> list[Route]:
    """Every route out of the URL table."""
    found = [
        Route(f"{space}{pattern.name}", tuple(pattern.pattern.converters))
        for space, pattern in _patterns(get_resolver().url_patterns, "")
    ]
    return sorted(found, key=lambda route: route.name)


def _patterns(patterns, space: str) -> Iterator[tuple[str, URLPattern]]:
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            yield space, pattern
        else:
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from _patterns(pattern.url_patterns, inner)


def address(route: Route) -> str:
    """The address of a route with an example object; KeyError where there is none."""
    query = QUERIES[route.name]() if route.name in QUERIES else ""
    if not route.needs:
        return reverse(route.name) + query
    example = EXAMPLES.get(route.name) or _first(route.name)
    return reverse(route.name, kwargs=example()) + query


def _first(name: str):
    """How to find an example for the routes of one app, unless the route has its own."""
    return BY_APP[name.partition(":")[0]]


def _pk(manager, **where):
    return lambda: {"pk": manager.filter(**where).order_by("pk").first().pk}


def _invited():
    person = Person.objects.get(email="onderzoeker@voorbeeldstad.example")
    coordinator = Person.objects.get(email="coordinator@voorbeeldstad.example")
    secret = people.invite(person=person, by=coordinator, now=timezone.now())
    return resolve(link_of(person, secret)).kwargs


def _run():
    run = Run.objects.order_by("pk").first()
    return {"pk": run.study_id, "run": run.pk}


def _in_study(**more):
    return lambda: {"pk": Study.objects.order_by("pk").first().pk, **more}


def _finding():
    return {"pk": (Finding.objects.order_by("pk").first() or finding(evidence=RULE)).pk}


def _evidence():
    found = finding(evidence=RULE)
    return {"pk": found.pk, "evidence_pk": found.evidence.get().pk}


def _item():
    return {"pk": (Item.objects.order_by("pk").first() or item()).pk}


def _introduced():
    made = action(finding(), title="Ingevoerd")
    Action.objects.filter(pk=made.pk).update(status="introduced", introduced_on=NOON.date())
    return {"pk": made.pk}


def _linked():
    found = finding()
    return {"pk": action(found).pk, "finding": found.pk}


def _point():
    there = DecisionPoint.objects.filter(removed_at=None).order_by("pk").first()
    return {"pk": (there or point()).pk}


def _combination():
    there = Combination.objects.filter(removed_at=None).order_by("-stage", "pk").last()
    return {"pk": (there or combination()).pk}


def _map():
    there = DecisionPoint.objects.order_by("pk").first() or point()
    return {"pk": there.item_id}


def _scan(**more):
    return lambda: {"pk": (Scan.objects.order_by("pk").first() or scan()).pk, **more}


def _session(**more):
    def found():
        held = Session.objects.order_by("pk").first() or session()
        return {"pk": held.scan_id, "session": held.pk, **more}

    return found


def _imported():
    there = ImportedScan.objects.order_by("pk").first()
    return {"pk": there.scan_id if there else taken_in().pk}


def _comment():
    return {"pk": (Comment.objects.order_by("pk").first() or comment()).pk}


COMMENTS = ("reply", "change", "withdraw", "settle", "reopen")
DOCUMENT = ("document", "document_again", "document_remove", "document_back")
RUNS = ("run", "csv", "json", "svg", "pdf", "release", "open")
EXAMPLES = {
    **{f"studies:{name}": _run for name in RUNS},
    "studies:member_remove": _in_study(person=1),
    "studies:plan_remove": _in_study(plan=1),
    "studies:layout": _in_study(layout="cbs-duo-2014"),
    "studies:route_letter": lambda: {"letter": "cbs-tables", "kind": "txt"},
    "studies:route_layout": lambda: {"layout": "cbs-dienst"},
    "studies:plan": lambda: {"design": "audit"},
    "studies:plan_keep": lambda: {"design": "audit"},
    "studies:plan_json": lambda: {"design": "audit"},
    "studies:plan_pdf": lambda: {"design": "audit"},
    "studies:release_withdraw": _pk(Release.objects, withdrawn_at=None),
    "studies:released_result": _pk(Release.objects, withdrawn_at=None),
    "actions:unlink": _linked,
    "actions:works": _introduced,
    "actions:dilute": _introduced,
    "scans:again": _pk(Scan.objects, stage="vooraf"),
    "scans:prescan": lambda: {"pk": policy().pk},
    "scans:answer": _scan(criterion="W06"),
    "scans:history": _scan(stage="vooraf", criterion="N02"),
    "scans:map": _map,
    "scans:map_blank": _map,
    "scans:point_add": _map,
    **dict.fromkeys((f"scans:point{one}" for one in POINTS), _point),
    **dict.fromkeys((f"scans:combination{one}" for one in COMBINATIONS), _combination),
    **{f"scans:{name}": a_document for name in DOCUMENT},
    "scans:absence": an_absence,
    "scans:export": _scan(kind="json"),
    "scans:imported": _imported,
    "scans:session": _session(),
    "scans:session_answer": _session(criterion="N03"),
    "scans:session_park": _session(criterion="N03"),
    "scans:comments": _scan(stage="vooraf", criterion="N02"),
    **{f"scans:comment_{name}": _comment for name in COMMENTS},
    "findings:evidence_remove": _evidence,
    "people:welcome": _invited,
    "people:position": _pk(Position.objects),
    "approach:step": lambda: {"number": 7},
}
# What a page must be asked with.
QUERIES = {
    "actions:choose": lambda: f"?finding={finding().pk}",
    "studies:plan": lambda: "?people=700",
    "studies:plan_json": lambda: "?people=700",
    "studies:plan_pdf": lambda: "?people=700",
    "studies:route": lambda: "?about=staff&trait=origin&people=700&have=records&may=cbs",
}
BY_APP = {
    "studies": _pk(Study.objects),
    "actions": lambda: {"pk": action(finding()).pk},
    "scans": _scan(),
    "register": _item,
    "findings": _finding,
    "people": _pk(Person.objects, email="beleid@voorbeeldstad.example"),
}
