"""When a study must be measured (again). Plain Python: no database, no Django."""

from dataclasses import dataclass
from hashlib import sha256


@dataclass(frozen=True, slots=True)
class Measured:
    """With what a result was computed."""

    tally_sha256: str
    version: str
    parameters: dict[str, object]


def fingerprint(tally: str) -> str:
    """The fingerprint of a tally as it is stored."""
    return sha256(tally.encode()).hexdigest()


def is_current(last: Measured | None, *, wanted: Measured) -> bool:
    """Whether the last run used the same counts, the same settings and this version."""
    return last == wanted
