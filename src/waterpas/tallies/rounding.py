"""Between what a count lies that its source rounded or hid."""

from waterpas.results import Count


def rounded(count: int, *, to: int | None) -> Count:
    """A count that the source rounded: 50, rounded to 10, lies from 45 up to and including 55.

    Parameters
    ----------
    count : int
        The count as published, in people. At least 0.
    to : int or None
        What the source rounded to (10, 5, 3). None: it did not round.

    Notes
    -----
    Both halves count in, because sources differ in how they round 5. Of an odd number the half is
    rounded down: 20, rounded to 5, lies from 18 up to and including 22.
    """
    half = half_of(to)
    return Count(count, max(0, count - half), count + half)


def hidden(*, below: int = 10) -> Count:
    """A count that the source hid because it is small: from 0 up to, not including, `below`."""
    return Count(None, 0, below - 1)


def half_of(to: int | None) -> int:
    """How far a rounded count can lie from the true one."""
    return to // 2 if to else 0
