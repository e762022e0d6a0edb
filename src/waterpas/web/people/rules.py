"""Which roles go together. Plain Python: no database, no Django."""

from collections.abc import Iterable, Mapping


def excluded(
    codes: Iterable[str], *, exclusions: Mapping[frozenset[str], object]
) -> list[frozenset[str]]:
    """The pairs of roles among these that one person cannot hold."""
    held = set(codes)
    return [pair for pair in exclusions if pair <= held]


def both_kept(held: Iterable[str], *, wanted: Iterable[str], started: Iterable[str]) -> set[str]:
    """The roles when two people change them: what each gave is there, what each took is not."""
    wanted, started = set(wanted), set(started)
    return (set(held) | (wanted - started)) - (started - wanted)
