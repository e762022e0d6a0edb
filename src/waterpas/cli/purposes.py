"""For what a command on who decides or judges may be used: never to assess staff."""

import click

from waterpas.errors import CallError
from waterpas.texts import mark

STAFF = "assessing-staff"
PURPOSES = ("service", "employer", "follow-up", STAFF)

purpose = click.option(
    "--purpose",
    required=True,
    type=click.Choice(PURPOSES),
    help=mark(
        "Waarvoor: een dienst of regel nagaan (service), de gemeente als werkgever (employer) of "
        "een maatregel volgen (follow-up). Medewerkers beoordelen (assessing-staff) weigert "
        "Waterpas."
    ),
)


def refuse_staff(purpose: str) -> None:
    """Raise CallError where it is meant to assess staff."""
    if purpose == STAFF:
        raise CallError(
            mark(
                "Waterpas beoordeelt geen medewerkers of teams. Gaat het u om de ruimte in een "
                "regel, kies dan --purpose service, employer of follow-up."
            )
        )
