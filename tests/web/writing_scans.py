"""One call of the services of the scans that came later; with them the list is whole."""

from functools import partial

from tests.web.writing import CALLS, Call, World, calls
from waterpas.web.scans import services as scans
from waterpas.web.scans.triggers import FIELDS

__all__ = ["CALLS"]


@calls("scans.set_triggers")
def _(world: World) -> Call:
    wanted = dict.fromkeys(FIELDS, "") | {"tender": "purchased"}
    return partial(scans.set_triggers, wanted=wanted, **world.stamp)
