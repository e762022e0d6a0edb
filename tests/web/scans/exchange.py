"""A scan as a file, for tests."""

import json

from tests.web.findings.factories import item
from tests.web.scans.factories import FAR, answer, policy, scan
from tests.web.world import NOON, person
from waterpas.web.register.models import Role
from waterpas.web.scans import services
from waterpas.web.scans.exchange.record import record_of
from waterpas.web.scans.models import Scan

ASKED = {
    "asked": "yes",
    "asked_kind": "inwoners met bijstand",
    "asked_way": "gesprek aan tafel",
    "asked_number": 7,
    "asked_on": NOON.date(),
    "given": "yes",
    "given_words": "een bon",
    "why_not": "",
}


def answered(**more) -> Scan:
    """A scan with answers of every kind."""
    made = scan(**more)
    answer(made, "W01", **ASKED)
    answer(made, "N01", value="possible", adviser="jurist van de regio", sources="")
    answer(made, "N08", value="unknown", reason="Wie beslist hier?")
    return made


def record(of: Scan | None = None) -> dict:
    """What stands in the file of a scan."""
    return json.loads(json.dumps(record_of(of or answered(), now=NOON)))


def taken_in(found: dict | None = None) -> Scan:
    """A scan that came out of a file."""
    return services.import_scan(
        item=policy(),
        record=found or record(),
        sha256="0" * 64,
        recheck_on=FAR,
        by=person(),
        now=NOON,
    )


def employer():
    """An item that the 21 criteria are not about."""
    return item(role=Role.EMPLOYER)
