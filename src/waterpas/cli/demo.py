"""`waterpas demo`: the platform with an example, in the browser."""

import os
import webbrowser
from datetime import UTC, datetime
from pathlib import Path

import click

from waterpas.cli.serve import address, announce, data_option, port_option, refuse_without_web
from waterpas.texts import mark, translate

HOST = "127.0.0.1"
TAKEN = mark("Op poort %(port)s draait al iets; het voorbeeld komt op poort %(free)s.")


@click.command("demo", help=mark("Open het voorbeeld in de browser; stop met Ctrl-C."))
@port_option
@data_option
@click.option(
    "--open/--no-browser", "browse", default=False, help=mark("Open de browser meteen, of niet.")
)
def demo_command(port: int, data: Path | None, browse: bool) -> None:
    refuse_without_web()
    from waterpas.web.config import server

    free = server.first_free_port(HOST, port)
    if free != port:
        click.echo(translate(TAKEN) % {"port": port, "free": free}, err=True)
    os.environ["WATERPAS_EXAMPLE"] = "1"
    server.prepare(data or Path(".demo"))
    _fill()
    server.run(host=HOST, port=free, when_ready=lambda: _ready(free, browse=browse))


def _fill() -> None:
    from waterpas.web.config.example import fill

    fill(datetime.now(UTC))  # noqa: TID251 - the outermost edge: here the clock is read


def _ready(port: int, *, browse: bool) -> None:
    announce(HOST, port)
    if browse:
        webbrowser.open(address(HOST, port))
