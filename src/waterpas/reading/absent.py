"""What does not stand in a text is a question too."""

from collections.abc import Collection

from waterpas.reading.lexicon import Missing, load
from waterpas.reading.results import Absent
from waterpas.texts import Language


def absent(sets: Collection[str], lang: Language) -> tuple[Absent, ...]:
    """Give a question for each thing of which no word was found in the document."""
    return tuple(_question(one, lang) for one in load().missing if _asks(one, sets))


def _asks(missing: Missing, sets: Collection[str]) -> bool:
    if missing.when and not any(name in sets for name in missing.when):
        return False
    return not any(name in sets for name in missing.sets)


def _question(missing: Missing, lang: Language) -> Absent:
    return Absent(
        id=missing.id,
        criteria=missing.criteria,
        question=missing.question.text(lang),
        why=missing.why.text(lang),
    )
