"""One call of the services of studies that came later; with them the list is whole."""

from functools import partial

from tests.web.studies.factories import HIDING, MERGED, measured
from tests.web.writing import Call, World, calls
from tests.web.writing_scans import CALLS
from waterpas.web.studies import services as studies

__all__ = ["CALLS"]


@calls("studies.open_result")
def _(world: World) -> Call:
    measured(world.by, HIDING)
    run = measured(world.by, MERGED)
    return partial(studies.open_result, run=run, because="andere mensen", **world.stamp)
