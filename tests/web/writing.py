"""One call of every service that writes, on a small world that is ready for it.

Each entry takes a World, prepares what is needed, and returns the call itself.
"""

from collections.abc import Callable
from functools import partial

from tests.web.world import NOON, begun, person, position
from waterpas.web.people import services as people
from waterpas.web.people.models import Organisation, Person


class World:
    """A municipality with a coordinator, somebody else, and a function."""

    def __init__(self) -> None:
        self.municipality = begun()
        self.by = person("coordinator")
        self.other = person("researcher")
        self.position = position()
        self.stamp = {"by": self.by, "now": NOON}


Call = Callable[[], object]
CALLS: dict[str, Callable[[World], Call]] = {}


def calls(name: str):
    """Add the call of the service with this name."""

    def add(prepare: Callable[[World], Call]) -> Callable[[World], Call]:
        CALLS[name] = prepare
        return prepare

    return add


@calls("people.begin")
def _(world: World) -> Call:
    Organisation.objects.all().delete()
    return partial(
        people.begin,
        name="Waterstad",
        size="under-20000",
        coordinator_name="C. Jansen",
        coordinator_email="c@waterstad.example",
        password="een zin die niemand raadt",
        example_beside=True,
        now=NOON,
    )


@calls("people.change_organisation")
def _(world: World) -> Call:
    return partial(
        people.change_organisation,
        organisation=world.municipality,
        name="Waterstad aan Zee",
        size="under-20000",
        example_beside=False,
        **world.stamp,
    )


@calls("people.add_person")
def _(world: World) -> Call:
    return partial(
        people.add_person, name="N", email="n@x.example", roles=["manager"], **world.stamp
    )


@calls("people.change_person")
def _(world: World) -> Call:
    return partial(
        people.change_person, person=world.other, name="N", email="n@x.example", **world.stamp
    )


@calls("people.change_roles")
def _(world: World) -> Call:
    return partial(people.change_roles, person=world.other, roles=["manager"], **world.stamp)


@calls("people.let_go")
def _(world: World) -> Call:
    return partial(people.let_go, person=world.other, **world.stamp)


@calls("people.take_back")
def _(world: World) -> Call:
    Person.objects.filter(pk=world.other.pk).update(is_active=False)
    return partial(people.take_back, person=world.other, **world.stamp)


@calls("people.set_password")
def _(world: World) -> Call:
    return partial(
        people.set_password, person=world.other, password="een andere lange zin", **world.stamp
    )


@calls("people.add_position")
def _(world: World) -> Call:
    return partial(people.add_position, title="Hoofd Wonen", holder=world.other, **world.stamp)


@calls("people.change_position")
def _(world: World) -> Call:
    return partial(
        people.change_position,
        position=world.position,
        title="Hoofd Zorg",
        holder=world.other,
        **world.stamp,
    )
