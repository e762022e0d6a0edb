"""The people of Voorbeeldstad, and the functions they hold. All of them are made up."""

from collections.abc import Iterator
from datetime import datetime
from functools import partial

from waterpas.web.config.example.timeline import Moment, World
from waterpas.web.people import services
from waterpas.web.people.models import Organisation, Person

BEGAN = 300
COORDINATOR = ("N. de Wit", "coordinator@voorbeeldstad.example")

# How many days ago somebody was added, the name, the mailbox and the roles.
PEOPLE = (
    (299, "S. Achterberg", "onderzoeker", ("researcher",)),
    (299, "M. Yilmaz", "beleid", ("policy-adviser",)),
    (299, "J. van Dam", "hr", ("hr-adviser",)),
    (298, "R. Pinas", "hoofd-werk", ("manager",)),
    (298, "L. Bakker", "taskforce", ("taskforce-member",)),
    (298, "F. el Idrissi", "vertrouwenspersoon", ("confidential-adviser",)),
    (297, "A. Smit", "raad", ("council-reader",)),
    (297, "T. Verbeek", "beheer", ("administrator",)),
    (296, "H. Gerritsen", "secretaris", ("manager",)),
    (296, "E. Kowalska", "hoofd-zorg", ("manager",)),
    (296, "D. Sedney", "hoofd-publiek", ("manager",)),
    (295, "W. Hendriks", "hoofd-inkoop", ("manager",)),
    (260, "G. Okafor", "wonen", ("policy-adviser",)),
    (260, "B. Tahiri", "communicatie", ("manager",)),
)

SECRETARY = "Gemeentesecretaris"
PROGRAMME = "Programmamanager aanpak racisme"
TASKFORCE = "Voorzitter taskforce"
RESEARCH = "Onderzoeker data en beleid"
STAFF = "Hoofd Personeel en Organisatie"
WORK = "Hoofd Werk en Inkomen"
CARE = "Hoofd Wmo en Jeugd"
DESK = "Hoofd Publiekszaken en Vergunningen"
PURCHASE = "Hoofd Inkoop en Contracten"
SOCIAL = "Adviseur sociaal domein"
HOUSING = "Adviseur wonen en wijken"
LETTERS = "Teamleider Communicatie"
STREET = "Teamleider Toezicht en Handhaving"
CULTURE = "Adviseur sport, cultuur en subsidies"
CONFIDENTIAL = "Vertrouwenspersoon"

# Nobody ever held STREET and CULTURE; who held PURCHASE has left.
POSITIONS = (
    (298, PROGRAMME, "coordinator"),
    (298, STAFF, "hr"),
    (298, WORK, "hoofd-werk"),
    (298, SOCIAL, "beleid"),
    (298, RESEARCH, "onderzoeker"),
    (298, TASKFORCE, "taskforce"),
    (298, CONFIDENTIAL, "vertrouwenspersoon"),
    (296, SECRETARY, "secretaris"),
    (296, CARE, "hoofd-zorg"),
    (296, DESK, "hoofd-publiek"),
    (295, PURCHASE, "hoofd-inkoop"),
    (260, HOUSING, "wonen"),
    (260, LETTERS, "communicatie"),
    (250, STREET, None),
    (250, CULTURE, None),
)
LEFT = ((47, "hoofd-inkoop"),)


def moments() -> Iterator[Moment]:
    """Who came, which functions there are, and who left."""
    yield Moment(BEGAN, _begin)
    for days_ago, name, mailbox, roles in PEOPLE:
        yield Moment(days_ago, partial(_add_person, name=name, mailbox=mailbox, roles=roles))
    for days_ago, title, holder in POSITIONS:
        yield Moment(days_ago, partial(_add_position, title=title, holder=holder))
    for days_ago, mailbox in LEFT:
        yield Moment(days_ago, partial(_let_go, mailbox=mailbox))


def _begin(world: World, at: datetime) -> None:
    name, email = COORDINATOR
    services.begin(
        name="Voorbeeldstad",
        size=Organisation.Size.M,
        coordinator_name=name,
        coordinator_email=email,
        password=None,
        example_beside=False,
        now=at,
    )
    world.people["coordinator"] = Person.objects.get_by_natural_key(email)


def _add_person(
    world: World, at: datetime, *, name: str, mailbox: str, roles: tuple[str, ...]
) -> None:
    world.people[mailbox] = services.add_person(
        name=name,
        email=f"{mailbox}@voorbeeldstad.example",
        roles=roles,
        by=world.people["coordinator"],
        now=at,
    )


def _add_position(world: World, at: datetime, *, title: str, holder: str | None) -> None:
    world.positions[title] = services.add_position(
        title=title,
        holder=world.people[holder] if holder else None,
        by=world.people["coordinator"],
        now=at,
    )


def _let_go(world: World, at: datetime, *, mailbox: str) -> None:
    services.let_go(person=world.people[mailbox], by=world.people["coordinator"], now=at)
