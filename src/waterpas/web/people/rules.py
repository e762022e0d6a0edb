"""Which roles go together. Plain Python: no database, no Django."""

from collections.abc import Iterable, Mapping


def excluded(
    codes: Iterable[str], *, exclusions: Mapping[frozenset[str], object]
) -> list[frozenset[str]]:
    """The pairs of roles among these that one person cannot hold."""
    held = set(codes)
    return [pair for pair in exclusions if pair <= held]
