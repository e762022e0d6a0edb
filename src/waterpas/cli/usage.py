"""Wrong calls in one sentence: what, where, how to mend. And help in the language asked for."""

import sys
from itertools import pairwise

import click

from waterpas.cli.numbers import Number, Share
from waterpas.texts import LANGUAGES, Language, mark, translate


def wanted_language() -> Language:
    """The language of --lang on this call, also when the call itself is wrong."""
    words = sys.argv[1:]
    said = [word.removeprefix("--lang=") for word in words if word.startswith("--lang=")]
    said += [after for word, after in pairwise(words) if word == "--lang"]
    return next((lang for lang in LANGUAGES if lang in said[-1:]), "nl")


class Spoken(click.Command):
    """Help in one language: that of --lang, also for the words that click itself puts there."""

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """What may follow the name of the command."""
        lang = wanted_language()
        return [translate(CLICKS.get(it, it), lang) for it in super().collect_usage_pieces(ctx)]

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The line that says how to call it."""
        prefix = translate(mark("Gebruik:"), wanted_language()) + " "
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix=prefix)

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What the command does."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(translate(self.help or "", wanted_language()))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, each with what it is for."""
        options = (it for it in self.get_params(ctx) if isinstance(it, click.Option))
        rows = [row for option in options if (row := _help_row(option, ctx))]
        with formatter.section(translate(mark("Opties"), wanted_language())):
            formatter.write_dl(rows)


class Command(Spoken):
    """A command whose help is in the language asked for."""


def _help_row(option: click.Option, ctx: click.Context) -> tuple[str, str] | None:
    record = option.get_help_record(ctx)
    if record is None:
        return None
    names, text = record
    lang, own = wanted_language(), option.help or ""
    extra = text.removeprefix(own)
    if lang == "nl":
        extra = extra.replace("default: ", "standaard: ").replace("required]", "verplicht]")
    for kind in KINDS:
        names = names.replace(f" {kind}", f" {translate(KINDS[kind], lang)}")
    return names, translate(CLICKS.get(own, own), lang) + extra


# The English words of click, and ours.
CLICKS = {
    "[OPTIONS]": mark("[OPTIES]"),
    "COMMAND [ARGS]...": mark("OPDRACHT [ARGUMENTEN]..."),
    "Show this message and exit.": mark("Laat deze uitleg zien en stop."),
}
# Likewise what stands for the value of an option; longest first.
KINDS = {
    "INTEGER RANGE": mark("GETAL"),
    "FLOAT RANGE": mark("GETAL"),
    "DIRECTORY": mark("MAP"),
    "SHARE": mark("DEEL"),
}


class NoSuchCommand(click.UsageError):
    """A command that is not there."""

    def __init__(self, name: str, *, near: str, ctx: click.Context) -> None:
        super().__init__(name, ctx)
        self.name, self.near = name, near


def usage_sentence(error: click.ClickException, lang: Language) -> str:
    """One sentence for a call that click refuses."""
    template, fields = _parts(error)
    sentence = translate(template, lang) % fields
    context = getattr(error, "ctx", None)
    if context is None:
        return sentence
    advice = translate(mark("Alle opties: %(command)s --help"), lang)
    return f"{sentence} {advice % {'command': context.command_path}}"


def _parts(error: click.ClickException) -> tuple[str, dict[str, str]]:
    if isinstance(error, click.MissingParameter):
        return mark("Er ontbreekt iets: %(name)s."), {"name": _name(error.param)}
    if isinstance(error, click.NoSuchOption):
        near = ", ".join(error.possibilities or [])
        if near:
            return (
                mark("De optie %(name)s bestaat niet. Bedoelt u %(near)s?"),
                {"name": error.option_name, "near": near},
            )
        return mark("De optie %(name)s bestaat niet."), {"name": error.option_name}
    if isinstance(error, NoSuchCommand):
        return _no_command(error)
    if isinstance(error, click.BadOptionUsage):
        return _bad_use(error)
    if isinstance(error, click.BadParameter):
        return _bad_value(error)
    if error.message.startswith("Got unexpected extra argument"):
        words = error.message.partition("(")[2].rpartition(")")[0]
        return mark("Dit hoort er niet bij: %(words)s."), {"words": words}
    return mark("De aanroep klopt niet: %(detail)s"), {"detail": error.format_message()}


def _no_command(error: NoSuchCommand) -> tuple[str, dict[str, str]]:
    if error.near:
        return (
            mark("De opdracht %(name)s bestaat niet. Bedoelt u %(near)s?"),
            {"name": error.name, "near": error.near},
        )
    return mark("De opdracht %(name)s bestaat niet."), {"name": error.name}


def _bad_use(error: click.BadOptionUsage) -> tuple[str, dict[str, str]]:
    name = {"name": error.option_name}
    if "not take" in error.message:
        return mark("Bij %(name)s hoort geen waarde."), name
    return mark("Bij %(name)s hoort een waarde."), name


def _bad_value(error: click.BadParameter) -> tuple[str, dict[str, str]]:
    name = _name(error.param)
    kind = error.param.type if error.param else None
    if isinstance(kind, click.Choice):
        return (
            mark("Deze waarde kan niet bij %(name)s. Kies uit: %(choices)s."),
            {"name": name, "choices": ", ".join(map(str, kind.choices))},
        )
    if isinstance(kind, click.IntRange | click.FloatRange):
        return _out_of_range(name, kind)
    if isinstance(kind, click.Path):
        wanted = FOLDER if kind.dir_okay else FILE
        return wanted, {"name": name}
    for type_, sentence in NUMBERS:
        if isinstance(kind, type_):
            return sentence, {"name": name}
    return (
        mark("Deze waarde kan niet bij %(name)s: %(detail)s"),
        {"name": name, "detail": error.message},
    )


# The narrower kind first: a share is a number as well.
NUMBERS = (
    (Share, mark("Deze waarde kan niet bij %(name)s. Geef een deel, zoals 10%%, 0,1 of 0.1.")),
    (Number, mark("Deze waarde kan niet bij %(name)s. Geef een getal, zoals 12 of 0,5.")),
    (type(click.INT), mark("Deze waarde kan niet bij %(name)s. Geef een heel getal.")),
)


FOLDER = mark("Deze waarde kan niet bij %(name)s. Noem een map, geen bestand.")
FILE = mark("Deze waarde kan niet bij %(name)s. Noem een bestand, geen map.")


def _out_of_range(name: str, kind: click.IntRange | click.FloatRange) -> tuple[str, dict[str, str]]:
    low, high = kind.min, kind.max
    fields = {"name": name, "low": f"{low or 0:g}"}
    if high is None:
        return mark("Deze waarde kan niet bij %(name)s. Geef een heel getal vanaf %(low)s."), fields
    fields["high"] = f"{high:g}"
    if isinstance(kind, click.FloatRange):
        template = mark(
            "Deze waarde kan niet bij %(name)s. Geef een getal van %(low)s tot en met %(high)s."
        )
        return template, fields
    return (
        mark(
            "Deze waarde kan niet bij %(name)s. Geef een heel getal van %(low)s tot en met "
            "%(high)s."
        ),
        fields,
    )


def _name(parameter: click.Parameter | None) -> str:
    if parameter is None:
        return "?"
    return (
        max(parameter.opts, key=len)
        if isinstance(parameter, click.Option)
        else _argument(parameter)
    )


def _argument(parameter: click.Parameter) -> str:
    """The name of an argument as --help shows it, without the dots."""
    return parameter.human_readable_name.strip("[].…")
