"""Numbers and shares as people type them: 12,5 and 12.5; 10%, 0,1 and 0.1 are the same share."""

import re
from math import isfinite
from typing import Any

import click

THOUSANDS = re.compile(r"\d{1,3}(\.\d{3})+")


class Percent(float):
    """A share that was typed with a percent sign: it can be nothing but a share."""


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
    """A number of people, as the Dutch write it: 1.500 is fifteen hundred."""

    name = "count"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The number, without the points between thousands."""
        text = str(value)
        plain = text.replace(".", "") if THOUSANDS.fullmatch(text) else text
        return super().convert(plain, param, ctx)


class ShareRange(click.FloatRange):
    """A share between bounds."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The share; out of bounds, or no number, is refused."""
        found = written(value)
        return super().convert(value if found is None else float(found), param, ctx)


NUMBER, SHARE, COUNT = Number(), Share(), Count()


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
