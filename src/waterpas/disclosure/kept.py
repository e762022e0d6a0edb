"""A released result that is kept: written out whole, and read back exactly as it was released."""

from collections.abc import Mapping
from dataclasses import asdict, fields, is_dataclass, replace
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from waterpas.disclosure.gate import Released
from waterpas.disclosure.rules import Audience
from waterpas.results import Chain, Comparison, Measured, Result

Plain = dict[str, Any]
KINDS: Mapping[str, type[Result]] = {
    "chain": Chain,
    "comparison": Comparison,
    "measured": Measured,
}


def keep(released: Released) -> Plain:
    """The released result as plain values, for JSON. Nothing hidden is in it."""
    kind = next(name for name, shape in KINDS.items() if isinstance(released.result, shape))
    return {
        "kind": kind,
        "audience": released.audience,
        "minimum": released.minimum,
        "hidden": released.hidden,
        "result": asdict(released.result),
    }


def kept(plain: Mapping[str, Any]) -> Released:
    """The released result that `keep` wrote, the same in every field."""
    return Released(
        result=_read(plain["result"], KINDS[plain["kind"]]),
        audience=plain["audience"],
        minimum=plain["minimum"],
        hidden=plain["hidden"],
    )


def widen(released: Released, *, audience: Audience) -> Released:
    """The same figures for a wider circle; nothing is shown that was hidden."""
    return replace(released, audience=audience)


def _read(value: Any, shape: Any) -> Any:
    """A value of JSON as the type that a field asks for."""
    if value is None:
        return None
    if is_dataclass(shape) and isinstance(shape, type):
        hints, there = _hints(shape), (f.name for f in fields(shape) if f.name in value)
        # What an earlier version did not have yet is left out: it takes its default.
        return shape(**{name: _read(value[name], hints[name]) for name in there})
    origin = get_origin(shape)
    if origin in {Union, UnionType}:
        (inner,) = (part for part in get_args(shape) if part is not NoneType)
        return _read(value, inner)
    if origin is tuple:
        return tuple(_read(each, part) for each, part in _parts(value, get_args(shape)))
    if isinstance(origin, type) and issubclass(origin, Mapping):
        inner = get_args(shape)[1]
        return {key: _read(each, inner) for key, each in value.items()}
    return _plain(value, shape)


def _plain(value: Any, shape: Any) -> Any:
    if isinstance(shape, type) and issubclass(shape, StrEnum):
        return shape(value)
    if shape is float:
        return float(value)
    if get_origin(shape) is Literal or shape is not object:
        return value
    return tuple(value) if isinstance(value, list) else value


def _parts(value: Any, args: tuple[Any, ...]) -> list[tuple[Any, Any]]:
    if len(args) == 2 and args[1] is ...:
        return [(each, args[0]) for each in value]
    return list(zip(value, args, strict=True))


@cache
def _hints(shape: type) -> dict[str, Any]:
    return get_type_hints(shape)
