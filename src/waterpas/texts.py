"""Dutch is the source language; this finds the English beside it.

`mark` says that a Dutch sentence is read by people, so that the catalogue holds it; `translate`
gives it in the language asked for. Standard gettext; the catalogue is compiled at build time.
"""

import gettext
from functools import cache
from pathlib import Path
from typing import Literal, get_args

Language = Literal["nl", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
LOCALE = Path(__file__).parent / "locale"
EURO, UNBROKEN = "€ ", "€\N{NO-BREAK SPACE}"  # an amount never breaks from its sign


class NoCatalogue(RuntimeError):
    """There is no compiled English catalogue, so nothing can be said in English.

    It stands here and not with the other errors, because those find their words through this
    module; and it speaks English, because who meets it asked for that.
    """

    def __init__(self) -> None:
        super().__init__(
            "The English texts of Waterpas are not there: run `make setup`, or reinstall waterpas."
        )


def mark(dutch: str) -> str:
    """Say that this Dutch sentence must stand in the catalogue; returns it as it is."""
    return dutch


def translate(dutch: str, lang: Language = "nl") -> str:
    """Give a marked Dutch sentence in the language asked for."""
    text = dutch if lang == "nl" else _catalogue(lang).gettext(dutch)
    return text.replace(EURO, UNBROKEN)


@cache
def _catalogue(lang: Language) -> gettext.NullTranslations:
    try:
        return gettext.translation("waterpas", LOCALE, languages=[lang])
    except FileNotFoundError as error:
        raise NoCatalogue from error
