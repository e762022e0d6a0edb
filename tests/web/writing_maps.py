"""One call of every service of the map of decision points and of the combinations."""

from collections.abc import Callable
from functools import partial

from tests.web.scans.factories import policy, scan
from tests.web.scans.map_factories import COMBINATION, POINT, combination, point
from tests.web.writing import Call, World
from waterpas.web.scans.combinations import services as combinations
from waterpas.web.scans.decision_points import services as points


def _add_point(world: World) -> Call:
    return partial(points.add_point, item=policy(), says=POINT, **world.stamp)


def _change_point(world: World) -> Call:
    says = POINT | {"who": "teamleider"}
    return partial(points.change_point, point=point(), says=says, version=1, **world.stamp)


def _move_point(world: World) -> Call:
    made = point()
    point(made.item)
    return partial(points.move_point, point=made, up=False, place=1, **world.stamp)


def _remove_point(world: World) -> Call:
    return partial(points.remove_point, point=point(), **world.stamp)


def _put_back_point(world: World) -> Call:
    gone = points.remove_point(point=point(), **world.stamp)
    return partial(points.put_back_point, point=gone, **world.stamp)


def _add_combination(world: World) -> Call:
    return partial(combinations.add_combination, scan=scan(), says=COMBINATION, **world.stamp)


def _change_combination(world: World) -> Call:
    says = COMBINATION | {"changes": "Een vaste uitleg."}
    change = partial(combinations.change_combination, combination=combination(), says=says)
    return partial(change, version=1, **world.stamp)


def _remove_combination(world: World) -> Call:
    return partial(combinations.remove_combination, combination=combination(), **world.stamp)


def _put_back_combination(world: World) -> Call:
    gone = combinations.remove_combination(combination=combination(), **world.stamp)
    return partial(combinations.put_back_combination, combination=gone, **world.stamp)


CALLS: dict[str, Callable[[World], Call]] = {
    "scans.decision_points.add_point": _add_point,
    "scans.decision_points.change_point": _change_point,
    "scans.decision_points.move_point": _move_point,
    "scans.decision_points.remove_point": _remove_point,
    "scans.decision_points.put_back_point": _put_back_point,
    "scans.combinations.add_combination": _add_combination,
    "scans.combinations.change_combination": _change_combination,
    "scans.combinations.remove_combination": _remove_combination,
    "scans.combinations.put_back_combination": _put_back_combination,
}
