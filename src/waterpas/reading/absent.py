"""What does not stand in a text is a question too."""

import re
from collections.abc import Collection
from functools import cache

from waterpas.reading.lexicon import Missing, load
from waterpas.reading.results import Absent
from waterpas.texts import Language


def absent(sets: Collection[str], texts: Collection[str], lang: Language) -> tuple[Absent, ...]:
    """Give a question for each thing of which nothing was found in the document.

    `sets` are those with a word in it, `texts` its passages without names.
    """
    return tuple(_question(one, lang) for one in load().missing if _asks(one, sets, texts))


def _asks(missing: Missing, sets: Collection[str], texts: Collection[str]) -> bool:
    if missing.when and not any(name in sets for name in missing.when):
        return False
    if any(name in sets for name in missing.sets):
        return False
    said = _said(missing.regex) if missing.regex else None
    return said is None or not any(said.search(text) for text in texts)


@cache
def _said(regex: str) -> re.Pattern[str]:
    return re.compile(regex, re.IGNORECASE)


def _question(missing: Missing, lang: Language) -> Absent:
    return Absent(
        id=missing.id,
        criteria=missing.criteria,
        question=missing.question.text(lang),
        why=missing.why.text(lang),
    )
