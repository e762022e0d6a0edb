"""Values that cannot change: a result is what it was when it was made."""

from collections.abc import Mapping
from dataclasses import FrozenInstanceError, fields
from functools import cache
from typing import Any, NoReturn, TypeVar

T = TypeVar("T")


class Frozen(dict[Any, Any]):
    """A dict that cannot change, and so can be hashed. Equal to any dict with the same in it."""

    def __hash__(self) -> int:  # type: ignore[override] # a dict has no hash; this one cannot change
        return hash(frozenset(self.items()))

    def __reduce__(self) -> tuple[type["Frozen"], tuple[dict[Any, Any]]]:
        return Frozen, (dict(self),)

    def _refuse(self, *_: object, **__: object) -> NoReturn:
        raise TypeError("a result of Waterpas cannot be changed; make a dict of it: dict(value)")

    __setitem__ = __delitem__ = __ior__ = _refuse
    clear = pop = popitem = setdefault = update = _refuse


def frozen(value: object) -> object:
    """The same value, in which no mapping or list can change, however deep."""
    found: Any = value
    match _shape(type(value)):  # type: ignore[arg-type] # mypy takes hash of a value for its class'
        case "mapping":
            return Frozen({key: frozen(each) for key, each in found.items()})
        case "list":
            return tuple(map(frozen, found))
    return value


@cache
def _shape(cls: type[Any]) -> str:
    """What values of this kind are, if there is something in them to freeze."""
    if issubclass(cls, Frozen):
        return ""
    if issubclass(cls, Mapping):
        return "mapping"
    return "list" if issubclass(cls, list | tuple) and not hasattr(cls, "_fields") else ""


# What most values are: there is nothing in them to freeze. Thousands are made for one page.
_PLAIN = frozenset({type(None), bool, int, float, str, tuple, Frozen})


class Deep:
    """A frozen dataclass whose mappings are frozen as well."""

    __slots__ = ()

    def __post_init__(self) -> None:
        for name in _names(type(self)):  # type: ignore[arg-type] # mypy takes its hash for the class'
            value = getattr(self, name)
            if type(value) not in _PLAIN and isinstance(value, Mapping | list):
                object.__setattr__(self, name, frozen(value))


@cache
def _names(cls: type[Any]) -> tuple[str, ...]:
    """The names of the fields of a dataclass."""
    return tuple(each.name for each in fields(cls))


def unchanging(cls: type[T]) -> type[T]:
    """A frozen dataclass that refuses every assignment in the same words.

    Python itself fails on an unknown name in a frozen dataclass with slots (its own check looks
    for the class as it was before it got slots).
    """
    # To replace a method of a class is what this is for; mypy cannot know that.
    cls.__setattr__ = _refuse_set  # type: ignore[method-assign]
    cls.__delattr__ = _refuse_delete  # type: ignore[method-assign] # the same
    return cls


def _refuse_set(self: object, name: str, value: object) -> NoReturn:
    raise FrozenInstanceError(f"cannot assign to field {name!r}: a result cannot be changed")


def _refuse_delete(self: object, name: str) -> NoReturn:
    raise FrozenInstanceError(f"cannot delete field {name!r}: a result cannot be changed")
