"""What the sources of a result are called: files as they are named, our own names in a language."""

from waterpas.results import Chain, Comparison, Measured
from waterpas.texts import Language, mark, translate

OURS = (
    mark("aantallen, ingetypt"),
    mark("percentages van het CBS"),
    mark("percentages van het CBS, ingetypt"),  # what results of an earlier version kept
)


def source_name(name: str, lang: Language) -> str:
    """The name of one source; what somebody called a file is never translated."""
    return translate(name, lang) if name in OURS else name


def source_names(result: Comparison | Chain | Measured, lang: Language) -> list[str]:
    """The names of all sources of a result."""
    return [source_name(source.name, lang) for source in result.sources]
