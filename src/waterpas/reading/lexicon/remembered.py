"""What was found out about each piece of text, so that it is found out only once."""

from collections.abc import Callable, Iterator
from itertools import accumulate, compress, count
from operator import add
from typing import Generic, TypeVar

MOST = 200_000
LONGEST = 100  # letters; what is longer seldom comes back

Key = TypeVar("Key")
Value = TypeVar("Value")


class Remembered(dict[Key, Value], Generic[Key, Value]):
    """Gives what `find_out` says of a text or number; remembers it, up to a bound in size."""

    def __init__(self, find_out: Callable[[Key], Value]) -> None:
        super().__init__()
        self._find_out = find_out

    def __missing__(self, key: Key) -> Value:
        found = self._find_out(key)
        if not isinstance(key, str) or len(key) <= LONGEST:
            if len(self) >= MOST:
                self.clear()
            self[key] = found
        return found


def pieces(text: str, known: Remembered[str, Value]) -> Iterator[tuple[int, Value]]:
    """Give where each piece between spaces begins, with what is known of it, if anything is."""
    parts = text.split(" ")
    found = list(map(known.__getitem__, parts))
    begins = map(add, accumulate(map(len, parts), initial=0), count())
    # Most pieces are of no interest; leaving them out in one go is faster than one by one.
    return compress(zip(begins, found, strict=False), found)
