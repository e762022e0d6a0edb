"""One call of every service of sessions and remarks, for tests/web/test_every_service.py."""

from functools import partial

from tests.web.scans.factories import scan
from tests.web.scans.together import comment, session
from tests.web.world import NOON
from tests.web.writing import Call, World, calls
from waterpas.web.scans import services as scans


@calls("scans.begin_session")
def _(world: World) -> Call:
    return partial(
        scans.begin_session,
        scan=scan(),
        held_on=NOON.date(),
        number=5,
        notes_by="Adviseur wonen",
        minutes=10,
        criteria=["W01"],
        **world.stamp,
    )


@calls("scans.park_criterion")
def _(world: World) -> Call:
    held = session()
    return partial(scans.park_criterion, session=held, criterion="W01", parked=True, **world.stamp)


@calls("scans.place_comment")
def _(world: World) -> Call:
    at = {"scan": scan(), "stage": "vooraf", "criterion": "W01"}
    return partial(scans.place_comment, **at, text="Waar staat dat?", **world.stamp)


@calls("scans.change_comment")
def _(world: World) -> Call:
    placed = comment(by=world.by)
    return partial(scans.change_comment, comment=placed, text="Anders", version=1, **world.stamp)


@calls("scans.withdraw_comment")
def _(world: World) -> Call:
    return partial(scans.withdraw_comment, comment=comment(by=world.by), **world.stamp)


@calls("scans.settle_comment")
def _(world: World) -> Call:
    return partial(scans.settle_comment, comment=comment(), how="Aangepast.", **world.stamp)


@calls("scans.reopen_comment")
def _(world: World) -> Call:
    placed = scans.settle_comment(comment=comment(), how="Aangepast.", **world.stamp)
    return partial(scans.reopen_comment, comment=placed, **world.stamp)
