"""Wrong calls in one sentence: what, where, how to mend. And help in the language asked for."""

import sys
from itertools import pairwise

import click

from waterpas.texts import LANGUAGES, Language, mark, translate


def wanted_language() -> Language:
    """The language of --lang on this call, also when the call itself is wrong."""
    words = sys.argv[1:]
    values = [word.removeprefix("--lang=") for word in words if word.startswith("--lang=")]
    values += [after for word, after in pairwise(words) if word == "--lang"]
    return next((lang for lang in LANGUAGES if lang in values), "nl")


class Command(click.Command):
    """A command whose help is in the language asked for."""

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Put the marked Dutch help in the language asked for, then print it."""
        lang = wanted_language()
        self.help = translate(self.help or "", lang)
        for parameter in self.params:
            if isinstance(parameter, click.Option) and parameter.help:
                parameter.help = translate(parameter.help, lang)
        super().format_help(ctx, formatter)


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
    if isinstance(error, click.BadParameter):
        return _bad_value(error)
    return mark("De aanroep klopt niet: %(detail)s"), {"detail": error.format_message()}


def _bad_value(error: click.BadParameter) -> tuple[str, dict[str, str]]:
    name = _name(error.param)
    kind = error.param.type if error.param else None
    if isinstance(kind, click.Choice):
        return (
            mark("Deze waarde kan niet bij %(name)s. Kies uit: %(choices)s."),
            {"name": name, "choices": ", ".join(map(str, kind.choices))},
        )
    return (
        mark("Deze waarde kan niet bij %(name)s: %(detail)s"),
        {"name": name, "detail": error.message},
    )


def _name(parameter: click.Parameter | None) -> str:
    if parameter is None:
        return "?"
    return max(parameter.opts, key=len) if isinstance(parameter, click.Option) else "SOURCE"
