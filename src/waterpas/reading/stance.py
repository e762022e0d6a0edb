"""Whether a sentence seems to forbid or reject what it speaks of."""

import re
from collections.abc import Collection

# A denial right before the words: *geen risicoprofielen*, *niet als een gewoon conflict*.
DENIED = re.compile(
    r"\b(?:(?:geen|nooit|niet (?:meer|langer)|stop(?:pen)? met|in plaats van)"
    r"\s+(?:\w+\s+){0,2}"
    r"|niet\s+(?:(?:alleen|als|op|gezien als|zelf)\s+)?(?:(?:een|de|het|hun)\s+)?)$"
    r"|^\W*(?:✗|niet\s*:)|\bbeleid dat niet\b",
    re.IGNORECASE,
)
# Without any of these no denial can be there; looking for them goes fast.
OF_DENIAL = ("geen", "nooit", "niet", "stop", "plaats", "✗")
# A document about racism itself describes what it rejects. Both limits are ours.
AT_LEAST, PER_WORDS = 8, 100

# The sets that say so: see `forbids`.
STANCES = ("forbids", "fights", "fought", "criticism", "explains")


def is_about_racism(*, explaining: int, words: int) -> bool:
    """Say whether a document is about racism itself: so many words that explain it."""
    return explaining >= AT_LEAST and explaining * PER_WORDS >= words


def forbids(
    sets: Collection[str], *, around: Collection[str], criticism_counts: bool, before: str
) -> bool:
    """Say whether the sentence seems to forbid its words.

    Parameters
    ----------
    sets
        The sets with a word in the sentence.
    around
        The sets with a word in the passage or in the heading it stands under.
    criticism_counts
        The question stands in a text on discrimination as well.
    before
        The sentence up to the words, in lower case.
    """
    if "forbids" in sets or _is_denied(before):
        return True
    if "fights" in sets and "fought" not in sets:
        return True
    return not criticism_counts and ("criticism" in sets or "explains" in around)


def _is_denied(before: str) -> bool:
    return any(map(before.__contains__, OF_DENIAL)) and DENIED.search(before) is not None
