"""`waterpas serve`: the platform."""

from importlib.util import find_spec
from pathlib import Path

import click

from waterpas.cli.usage import Command, wanted_language
from waterpas.errors import CallError
from waterpas.texts import mark, translate

NEEDED = ("django", "csp", "gunicorn", "whitenoise")
data_option = click.option(
    "--data",
    type=click.Path(file_okay=False, path_type=Path),
    help=mark("Map voor de database en de sleutel; anders de gegevensmap van de gebruiker."),
)
lang_option = click.option(
    "--lang",
    type=click.Choice(["nl", "en"]),
    default="nl",
    show_default=True,
    expose_value=False,
    help=mark("Taal van deze uitleg en van de meldingen hier; de pagina's volgen uw browser."),
)
port_option = click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=8000,
    show_default=True,
    help=mark("Poort om op te luisteren."),
)


@click.command("serve", cls=Command, help=mark("Start het platform; stop met Ctrl-C."))
@port_option
@click.option(
    "--host", default="127.0.0.1", show_default=True, help=mark("Adres van deze machine.")
)
@data_option
@lang_option
def serve_command(port: int, host: str, data: Path | None) -> None:
    refuse_without_web()
    from waterpas.web.config import server

    refuse_taken(host, port)
    server.prepare(data)
    path = server.begin_path()
    server.run(host=host, port=port, when_ready=lambda: announce(host, port, path), beside=True)


def refuse_without_web() -> None:
    """Say how to install the platform, where it is not there."""
    if all(find_spec(name) for name in NEEDED):
        return
    raise CallError(
        mark("Het platform is niet geïnstalleerd. Doe eerst: pip install 'waterpas[web]'")
    )


def refuse_taken(host: str, port: int) -> None:
    """Refuse a port on which something listens already."""
    from waterpas.web.config.ports import is_free

    if not is_free(host, port):
        raise CallError(
            mark("Op poort %(port)s draait al iets. Kies een andere met --port."), port=port
        )


def announce(host: str, port: int, path: str = "/") -> None:
    """One clear line with the address; before anybody has begun, with the start code in it."""
    where = address(host, port).removesuffix("/") + path
    click.echo(f"\n  Waterpas: {where}  {translate(STOP, wanted_language())}\n")


def address(host: str, port: int) -> str:
    """The address to open in a browser."""
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


STOP = mark("(stop met Ctrl-C)")
