"""Sessions and remarks for tests. Each is ready; a test takes away what it is about."""

from tests.web.scans.factories import scan
from tests.web.world import NOON, person
from waterpas.web.scans import services
from waterpas.web.scans.models import Comment, Scan, Session

CRITERIA = ("W01", "W06", "N02", "N03")


def session(of: Scan | None = None, *, now=NOON, **more) -> Session:
    """A session of five people about four criteria."""
    values = {
        "held_on": now.date(),
        "number": 5,
        "notes_by": "Adviseur wonen",
        "minutes": 10,
        "criteria": CRITERIA,
    }
    return services.begin_session(scan=of or scan(), **values | more, by=person(), now=now)


def comment(of: Scan | None = None, *, by=None, now=NOON, **more) -> Comment:
    """A remark at N03."""
    values = {"stage": "vooraf", "criterion": "N03", "text": "Waar staat dat?"}
    return services.place_comment(
        scan=of or scan(), **values | more, by=by or person("manager"), now=now
    )


def agreed(**more) -> dict[str, object]:
    """What somebody fills in to begin a session."""
    values = {
        "number": "5",
        "notes_by": "Adviseur wonen",
        "held_on": "2027-03-21",
        "minutes": "10",
        "criteria": ["W01", "N03"],
    }
    return values | more
