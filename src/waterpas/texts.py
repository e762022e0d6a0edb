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


def mark(dutch: str) -> str:
    """Say that this Dutch sentence must stand in the catalogue; returns it as it is."""
    return dutch


def translate(dutch: str, lang: Language = "nl") -> str:
    """Give a marked Dutch sentence in the language asked for."""
    return dutch if lang == "nl" else _catalogue(lang).gettext(dutch)


@cache
def _catalogue(lang: Language) -> gettext.NullTranslations:
    return gettext.translation("waterpas", LOCALE, languages=[lang])
