"""One call of the services of the scans that came later; with them the list is whole."""

from functools import partial

from tests.web.scans.exchange import record
from tests.web.scans.factories import FAR, policy
from tests.web.writing import CALLS, Call, World, calls
from waterpas.web.scans import services as scans
from waterpas.web.scans.triggers import FIELDS

__all__ = ["CALLS"]


@calls("scans.import_scan")
def _(world: World) -> Call:
    file = {"record": record(), "sha256": "0" * 64, "recheck_on": FAR}
    return partial(scans.import_scan, item=policy(), **file, **world.stamp)


@calls("scans.set_triggers")
def _(world: World) -> Call:
    wanted = dict.fromkeys(FIELDS, "") | {"tender": "purchased"}
    return partial(scans.set_triggers, wanted=wanted, **world.stamp)
