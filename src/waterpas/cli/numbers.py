"""Numbers and shares as people type them: 12,5 and 12.5; 10%, 0,1 and 0.1 are the same share."""

import re
from math import isfinite
from typing import Any

import click

THOUSANDS = re.compile(r"\d{1,3}(\.\d{3})+")


class Percent(float):
    """A share that was typed with a percent sign: it can be nothing but a share."""


class Grouped(float):
    """A number that was typed as 1.000: where it is no share, it is a thousand."""

    whole: float


class Number(click.ParamType[Any]):
    """A number, with a comma or a point."""

    name = "number"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The number; what is none is refused."""
        found = written(value)
        if found is None or (isinstance(found, Percent) and not isinstance(self, Share)):
            self.fail(str(value), param, ctx)
        return found


class Share(Number):
    """A number that may be typed as a percentage."""

    name = "share"


class Count(Number):
    """A number of people, euros or days, as the Dutch write it: 1.500 is fifteen hundred."""

    name = "count"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The number, without the points between thousands."""
        return super().convert(_ungrouped(str(value)), param, ctx)


class Size(Share):
    """A share, or an amount or days where the design has no shares: then 1.000 is a thousand."""

    name = "size"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The share; what may be a thousand is Grouped."""
        text, plain = str(value), _ungrouped(str(value))
        found = super().convert(plain if written(text) is None else text, param, ctx)
        if plain != text and not isinstance(found, Percent):
            found = Grouped(found)
            found.whole = written(plain) or 0.0
        return found


class ShareRange(click.FloatRange):
    """A share between bounds."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The share; out of bounds, or no number, is refused."""
        found = written(value)
        return super().convert(value if found is None else float(found), param, ctx)


NUMBER, SHARE, COUNT, SIZE = Number(), Share(), Count(), Size()


def _ungrouped(text: str) -> str:
    """What was typed without € and the points between thousands: 1.500 and € 1.500,50."""
    bare = text.strip().removeprefix("€").strip()
    whole, comma, rest = bare.partition(",")
    if not THOUSANDS.fullmatch(whole):
        return bare
    return whole.replace(".", "") + comma + rest


def written(value: object) -> float | None:
    """The number that was typed; a percentage as a share. None: it is none."""
    text = str(value).strip()
    try:
        found = float(text.removesuffix("%").strip().replace(",", "."))
    except ValueError:
        return None
    if not isfinite(found):
        return None
    return Percent(found / 100) if text.endswith("%") else found
