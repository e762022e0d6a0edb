"""Whether two finders found the same exact words, where both cut the text at the same places."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

Place = tuple[int, int, str]  # begin, end, the word in lower case
Finder = Callable[[str], Iterable[Place]]
Edges = Callable[[str], tuple[set[int], set[int]]]


@dataclass
class Compared:
    """How many finds are the same, and how many only one finder has.

    `cut` are finds of ours that begin or end inside a token of the other: it cannot have those.
    `differ` are all other differences: there should be none.
    """

    same: int = 0
    cut: Counter[str] = field(default_factory=Counter)
    differ: list[str] = field(default_factory=list)


def compare(ours: Finder, theirs: Finder, edges: Edges, texts: Iterable[str]) -> Compared:
    """Compare the finds text by text; `edges` gives where the tokens of the other begin and end."""
    found = Compared()
    for text in texts:
        mine, other = set(ours(text)), set(theirs(text))
        found.same += len(mine & other)
        found.differ += [f"{word}: only the other finds it" for _, _, word in other - mine]
        begins, ends = edges(text)
        for begin, end, word in sorted(mine - other):
            if begin in begins and end in ends:
                found.differ.append(f"{word}: only we find it")
            else:
                found.cut[between_spaces(text, begin, end)] += 1
    return found


def between_spaces(text: str, begin: int, end: int) -> str:
    """The find with what stands against it."""
    left = text.rfind(" ", 0, begin) + 1
    right = text.find(" ", end)
    return text[left : right if right >= 0 else len(text)]


class OneAfterTheOther:
    """One regular expression per word, each over the whole text in lower case."""

    def __init__(self, words: Iterable[str]) -> None:
        self._patterns = [(re.compile(rf"\b{re.escape(word)}\b"), word) for word in words]

    def find(self, low: str) -> list[Place]:
        """Give every find, sorted."""
        return sorted(
            (*match.span(), word)
            for pattern, word in self._patterns
            for match in pattern.finditer(low)
        )
