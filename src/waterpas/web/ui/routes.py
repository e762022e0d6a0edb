"""Every address says who may come in; a test refuses one that does not."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponseBase

View = Callable[..., HttpResponseBase]


def open_because(reason: str) -> Callable[[View], View]:
    """Let everybody in, and say why that is right. Marks the view, so that a test can see it."""

    def decorate(view: View) -> View:
        @wraps(view)
        def opened(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            return view(request, *args, **kwargs)

        opened.open_because = reason  # type: ignore[attr-defined] # for a test to see
        return opened

    return decorate
