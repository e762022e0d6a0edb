"""`waterpas demo`: the platform with an example, in the browser."""

import os
import sys
import webbrowser
from datetime import UTC, datetime
from pathlib import Path

import click

from waterpas.cli.serve import (
    address,
    announce,
    data_option,
    lang_option,
    port_option,
    refuse_taken,
    refuse_without_web,
)
from waterpas.cli.usage import Command, wanted_language
from waterpas.texts import mark, translate

HOST = "127.0.0.1"
TAKEN = mark("Op poort %(port)s draait al iets; het voorbeeld komt op poort %(free)s.")


@click.command("demo", cls=Command, help=mark("Open het voorbeeld in de browser; stop met Ctrl-C."))
@port_option
@data_option
@click.option(
    "--open/--no-browser",
    "browse",
    default=None,
    help=mark("Open de browser meteen, of niet; anders alleen waar een scherm is."),
)
@lang_option
def demo_command(port: int, data: Path | None, browse: bool | None) -> None:
    refuse_without_web()
    wanted = has_display() if browse is None else browse
    from waterpas.web.config import neighbour, ports, server

    if neighbour.PARENT in os.environ:
        refuse_taken(HOST, port)  # the platform knows the example at this port only
    free = ports.first_free_port(HOST, port)
    if free != port:
        click.echo(translate(TAKEN, wanted_language()) % {"port": port, "free": free}, err=True)
    os.environ["WATERPAS_EXAMPLE"] = "1"
    server.prepare(data or Path(".demo"))
    _fill()
    server.run(host=HOST, port=free, when_ready=lambda: _ready(free, browse=wanted))


def has_display() -> bool:
    """Whether a browser that opens here can be seen."""
    return sys.platform == "darwin" or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY")))


def _fill() -> None:
    from waterpas.web.config.example import fill

    fill(datetime.now(UTC))  # noqa: TID251 - the outermost edge: here the clock is read


def _ready(port: int, *, browse: bool) -> None:
    announce(HOST, port)
    if browse:
        webbrowser.open(address(HOST, port))
