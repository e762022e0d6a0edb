"""One call of the services of studies that came later; with them the list is whole."""

from functools import partial

from tests.web.studies.factories import HIDING, MERGED, designed, measured
from tests.web.writing import Call, World, calls
from tests.web.writing_scans import CALLS
from waterpas.web.studies import services as studies

__all__ = ["CALLS"]


@calls("studies.open_result")
def _(world: World) -> Call:
    measured(world.by, HIDING)
    run = measured(world.by, MERGED)
    return partial(studies.open_result, run=run, because="andere mensen", **world.stamp)


PLAN = {"design": "audit", "asked": {"people": "700"}, "said": {"nl": ["x"], "en": ["x"]}}


@calls("studies.keep_plan")
def _(world: World) -> Call:
    return partial(studies.keep_plan, study=designed(world.by), **PLAN, **world.stamp)


@calls("studies.remove_plan")
def _(world: World) -> Call:
    plan = studies.keep_plan(study=designed(world.by), **PLAN, **world.stamp)
    return partial(studies.remove_plan, plan=plan, **world.stamp)
