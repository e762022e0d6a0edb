"""The people of Voorbeeldstad, and the functions they hold. All of them are made up."""

from datetime import datetime

from waterpas.web.people import services
from waterpas.web.people.models import Organisation, Person, Position

COORDINATOR = ("N. de Wit", "coordinator@voorbeeldstad.example")
PEOPLE = (
    ("S. Achterberg", "onderzoeker", ("researcher",)),
    ("M. Yilmaz", "beleid", ("policy-adviser",)),
    ("J. van Dam", "hr", ("hr-adviser",)),
    ("R. Pinas", "hoofd-werk", ("manager",)),
    ("L. Bakker", "taskforce", ("taskforce-member",)),
    ("F. el Idrissi", "vertrouwenspersoon", ("confidential-adviser",)),
    ("A. Smit", "raad", ("council-reader",)),
    ("T. Verbeek", "beheer", ("administrator",)),
)
POSITIONS = (
    ("Hoofd Werk en Inkomen", "R. Pinas"),
    ("Hoofd Personeel en Organisatie", "J. van Dam"),
    ("Adviseur sociaal domein", "M. Yilmaz"),
    ("Gemeentesecretaris", "N. de Wit"),
    ("Teamleider Toezicht en Handhaving", None),
)


def add_people(now: datetime) -> Person:
    """Begin the municipality and give it its people; returns the coordinator."""
    services.begin(
        name="Voorbeeldstad",
        size=Organisation.Size.M,
        coordinator_name=COORDINATOR[0],
        coordinator_email=COORDINATOR[1],
        password=None,
        example_beside=False,
        now=now,
    )
    coordinator = Person.objects.get_by_natural_key(COORDINATOR[1])
    for name, mailbox, roles in PEOPLE:
        services.add_person(
            name=name,
            email=f"{mailbox}@voorbeeldstad.example",
            roles=roles,
            by=coordinator,
            now=now,
        )
    for title, holder in POSITIONS:
        services.add_position(
            title=title,
            holder=Person.objects.filter(name=holder).first(),
            by=coordinator,
            now=now,
        )
    return coordinator


def position(title: str) -> Position:
    """A function of Voorbeeldstad."""
    return Position.objects.get(title=title)
