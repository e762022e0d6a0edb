"""`waterpas invite`: a new link for a coordinator who cannot get in any more."""

from datetime import UTC, datetime
from pathlib import Path

import click

from waterpas.cli.serve import data_option, lang_option, refuse_without_web
from waterpas.cli.usage import Command, wanted_language
from waterpas.errors import CallError
from waterpas.texts import mark, translate

NOT_THERE = mark(
    "Er is geen coördinator met het e-mailadres %(email)s. Kijk of --data de goede map is, en of "
    "het adres klopt."
)
LINK = mark(
    "Open dit pad op het adres van Waterpas en kies een nieuw wachtwoord: %(path)s\n"
    "Het werkt één keer en zeven dagen. Het oude wachtwoord werkt niet meer. In het logboek staat "
    "dat de server deze link maakte."
)


@click.command(
    "invite",
    cls=Command,
    help=mark("Maak een nieuwe link voor een coördinator die niet meer naar binnen kan."),
)
@click.argument("email")
@data_option
@lang_option
def invite_command(email: str, data: Path | None) -> None:
    refuse_without_web()
    from waterpas.web.config import server

    server.connect(data)
    from waterpas.web.people import invitations, selectors, services

    person = selectors.coordinator_with(email)
    if person is None:
        raise CallError(NOT_THERE, email=email)
    now = datetime.now(UTC)  # noqa: TID251 - the outermost edge: here the clock is read
    secret = services.invite_from_server(person=person, now=now)
    click.echo(translate(LINK, wanted_language()) % {"path": invitations.link_of(person, secret)})
