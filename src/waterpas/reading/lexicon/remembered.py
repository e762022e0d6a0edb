"""What was found out about each piece of text, so that it is found out only once."""

from collections.abc import Callable, Iterator
from itertools import accumulate, compress, count
from typing import Generic, TypeVar

MOST = 200_000
LONGEST = 100  # letters; what is longer seldom comes back

Value = TypeVar("Value")


class Remembered(dict[str, Value], Generic[Value]):
    """Gives what `find_out` says of a text; remembers it, up to a bound in number and length."""

    def __init__(self, find_out: Callable[[str], Value]) -> None:
        super().__init__()
        self._find_out = find_out

    def __missing__(self, key: str) -> Value:
        found = self._find_out(key)
        if len(key) <= LONGEST:
            if len(self) >= MOST:
                self.clear()
            self[key] = found
        return found


def pieces(text: str, known: Remembered[Value]) -> Iterator[tuple[int, Value]]:
    """Give where each piece between spaces begins, with what is known of it, if anything is."""
    parts = text.split(" ")
    found = list(map(known.__getitem__, parts))
    ends = accumulate(map(len, parts), initial=0)
    # Most pieces are of no interest; leaving them out in one go is faster than one by one.
    for end, spaces, value in compress(zip(ends, count(), found, strict=False), found):
        yield end + spaces, value
