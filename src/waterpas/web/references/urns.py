"""Stable names for things, so that a lower app can point at a higher one without knowing it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

PREFIX = "urn:waterpas"


@dataclass(frozen=True, slots=True)
class Reference:
    """What a name stands for: a title to show, and the address of its page.

    `brings` is what a form about it can begin with (title, for_whom, text, item): so that no
    figure has to travel in an address.
    """

    urn: str
    title: str
    url: str
    brings: Mapping[str, str] = field(default_factory=dict)


Resolver = Callable[[str], Reference | None]
_RESOLVERS: dict[str, Resolver] = {}


def urn(kind: str, key: object) -> str:
    """The stable name of one thing: `urn:waterpas:study:7`."""
    return f"{PREFIX}:{kind}:{key}"


def register_kind(kind: str, resolver: Resolver) -> None:
    """Say how names of this kind are found. Called once per kind, at start-up."""
    _RESOLVERS[kind] = resolver


def resolve(name: str) -> Reference | None:
    """What a name stands for; None when it is of no known kind, or no longer there."""
    kind, _, key = name.removeprefix(f"{PREFIX}:").partition(":")
    resolver = _RESOLVERS.get(kind)
    return resolver(key) if resolver and key and name.startswith(PREFIX) else None


def kinds() -> frozenset[str]:
    """The kinds that can be found."""
    return frozenset(_RESOLVERS)
