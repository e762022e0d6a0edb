"""The command line: a light group that loads a command when it is asked for."""

import sys
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path

import click

from waterpas.cli.usage import NoSuchCommand, Spoken, usage_sentence, wanted_language
from waterpas.errors import NotReleased, WaterpasError
from waterpas.texts import LANGUAGES, NoCatalogue, mark, translate
from waterpas.version import __version__

# The name of each command, its module, and its one line for --help.
COMMANDS = {
    "audit": ("audit", mark("Vergelijk groepen op één uitkomst.")),
    "chain": ("chain", mark("Vergelijk groepen bij elke stap van een proces.")),
    "combinations": (
        "combinations",
        mark("Zoek welke combinaties van kenmerken het meest geraakt worden."),
    ),
    "change": ("change", mark("Is een verschil veranderd sinds een maatregel, en voor wie?")),
    "area": ("area", mark("Kijk wat percentages per buurt zeggen, en wat niet.")),
    "barometer": ("barometer", mark("Lees de percentages van de Barometer van het CBS.")),
    "deciders": ("deciders", mark("Kijk hoeveel afhangt van wie beslist.")),
    "agreement": ("agreement", mark("Kijk of twee beoordelaars op hetzelfde uitkomen.")),
    "duration": ("duration", mark("Duurt het even lang, en haakt iedereen even vaak af?")),
    "pay": ("pay", mark("Verdienen groepen evenveel, en waar zit het verschil?")),
    "power": ("power", mark("Is uw groep groot genoeg? Voordat u iets telt.")),
    "profile": ("profile", mark("Bekijk een risicoprofiel naast loten, per groep.")),
    "read": ("read", mark("Stel vragen bij een tekst, of bij een map vol teksten.")),
    "handbook": ("handbook", mark("Laat zien wat de handreiking vraagt.")),
    "route": ("route", mark("Zoek welke weg u kunt nemen om te meten.")),
    "demo": ("demo", mark("Open het voorbeeld in de browser.")),
    "serve": ("serve", mark("Start het platform.")),
    "invite": ("invite", mark("Laat een coördinator opnieuw een wachtwoord kiezen.")),
}


class LazyGroup(Spoken, click.Group):
    """Knows its commands by name, so that --help imports nothing heavy."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands, in the order of use."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load one command."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"waterpas.cli.{COMMANDS[cmd_name][0]}")
        command = getattr(module, f"{cmd_name}_command")
        return command if isinstance(command, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find a command; one that is not there gets the names that look like it."""
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            near = ", ".join(get_close_matches(name, COMMANDS))
            raise NoSuchCommand(name, near=near, ctx=ctx)
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Options first, then the commands."""
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without loading them."""
        rows = [(name, translate(line, wanted_language())) for name, (_, line) in COMMANDS.items()]
        with formatter.section(translate(mark("Opdrachten"), wanted_language())):
            formatter.write_dl(rows)


@click.group(cls=LazyGroup, help=mark("Waterpas: van een tabel naar een eerlijk cijfer."))
@click.version_option(
    __version__,
    message="waterpas %(version)s",
    help=mark("Laat de versie zien en stop."),
)
@click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    help=mark("Taal van deze uitleg, en van de opdracht erna."),
)
@click.pass_context
def cli(ctx: click.Context, lang: str | None) -> None:
    ctx.default_map = {name: {"lang": lang} for name in COMMANDS} if lang else None


def run() -> None:
    """Run the command line; every error is one line: what, where, how to mend.

    Exit 0 done; 1 the figures could not be released; 2 wrong call or unusable input.
    """
    try:
        _refuse_without_catalogue()
        code = cli.main(prog_name="waterpas", standalone_mode=False)
        if isinstance(code, int) and code:  # what a command gave to ctx.exit()
            sys.exit(code)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.ctx.get_help() if error.ctx else "")
    except click.ClickException as error:
        _complain(usage_sentence(error, wanted_language()), code=2)
    except NotReleased as error:
        _complain(error.text(wanted_language(), options=True), code=1)
    except WaterpasError as error:
        _complain(error.text(wanted_language(), options=True), code=2)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except OSError as error:
        _complain(_file_sentence(error), code=2)
    except (KeyboardInterrupt, click.Abort) as stop:
        said = stop.args[0] if stop.args else STOPPED
        _complain(translate(said, wanted_language()), code=130)


def _refuse_without_catalogue() -> None:
    """Say at once that there is no English: no answer is half in one language."""
    try:
        translate("", wanted_language())
    except NoCatalogue as error:
        _complain(str(error), code=2)


STOPPED = mark("Gestopt. Er is niets geschreven.")


def _file_sentence(error: OSError) -> str:
    name = Path(str(error.filename)).name if error.filename else ""
    template = mark("Het bestand '%(name)s' kan niet worden gelezen of geschreven: %(why)s.")
    return translate(template, wanted_language()) % {"name": name, "why": error.strerror or error}


def _complain(sentence: str, *, code: int) -> None:
    click.echo(" ".join(sentence.split()), err=True)
    sys.exit(code)


if __name__ == "__main__":
    run()
