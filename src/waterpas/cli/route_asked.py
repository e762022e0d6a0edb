"""The five answers: from the options, and in a terminal from whoever sits there."""

import sys
from typing import Any

import click

from waterpas.errors import CallError, arguments
from waterpas.routebook import Answers, book
from waterpas.texts import Language, mark, translate

NEEDED = ("about", "trait", "have")
# A text has no people in it: what is not said is then what makes no difference.
OF_TEXT = {"trait": "origin", "have": "nothing"}


def answers_of(given: dict[str, Any]) -> Answers:
    """The answers; what is missing is asked in a terminal, and refused elsewhere."""
    said = {name: given[name] for name in (*NEEDED, "people", "may")}
    missing = _missing(said)
    if missing and is_terminal():
        _ask_all(said, given["lang"])
    elif missing:
        raise CallError(
            mark("Er ontbreekt iets: %(names)s. Alle opties: waterpas route --help"),
            names=arguments(missing),
        )
    if said["about"] == "text":
        said |= {name: said[name] or code for name, code in OF_TEXT.items()}
    return Answers(**said | {"may": frozenset(said["may"])})


def is_terminal() -> bool:
    """Whether somebody is there to answer."""
    return sys.stdin.isatty()


def _missing(said: dict[str, Any]) -> list[str]:
    if said["about"] == "text":
        return []
    return [name for name in NEEDED if said[name] is None]


def _ask_all(said: dict[str, Any], lang: Language) -> None:
    for name in ("about", "trait", "people", "have", "may"):
        if not said[name] and said["about"] != "text":
            said[name] = ASK[name](name, lang)


def _ask_one(name: str, lang: Language) -> str:
    codes = _show(name, lang)
    number = _number(len(codes), lang, is_needed=True)
    return codes[number - 1]


def _ask_number(name: str, lang: Language) -> int | None:
    _show(name, lang)
    return _number(100_000_000, lang, is_needed=False) or None


def _ask_each(name: str, lang: Language) -> tuple[str, ...]:
    asked = book().asked(name)
    click.echo(f"\n{asked.label.text(lang)}", err=True)
    said = []
    for choice in asked.choices:
        question = choice.label.text(lang) + translate(mark("? (j/n)"), lang)
        answer = click.prompt(question, default="n", show_default=False, err=True)
        said += [choice.code] if answer.strip().casefold()[:1] in {"j", "y"} else []
    return tuple(said)


def _show(name: str, lang: Language) -> list[str]:
    asked = book().asked(name)
    click.echo(f"\n{asked.label.text(lang)}", err=True)
    if asked.help:
        click.echo(asked.help.text(lang), err=True)
    for number, choice in enumerate(asked.choices, start=1):
        click.echo(f"  {number}. {choice.label.text(lang)}", err=True)
    return [choice.code for choice in asked.choices]


def _number(most: int, lang: Language, *, is_needed: bool) -> int:
    """A number from 1; 0 where nothing was typed and nothing is needed."""
    while True:
        text = click.prompt(
            translate(mark("Getal"), lang), default="", show_default=False, err=True
        )
        digits = text.strip().replace(".", "").replace(",", "")
        if not digits and not is_needed:
            return 0
        if digits.isdecimal() and 1 <= int(digits) <= most:
            return int(digits)
        said = translate(mark("Typ een getal van 1 tot en met %(most)s."), lang)
        click.echo(said % {"most": most}, err=True)


ASK = {
    "about": _ask_one,
    "trait": _ask_one,
    "people": _ask_number,
    "have": _ask_one,
    "may": _ask_each,
}
