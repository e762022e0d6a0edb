"""Before anybody has begun there is one page: the beginning."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import Resolver404, resolve

from waterpas.web.people.selectors import organisation

OPEN = {"people:begin", "language"}
Answer = Callable[[HttpRequest], HttpResponseBase]


def begin_first(get_response: Answer) -> Answer:
    """Lead everybody to the beginning while there is no municipality yet."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        if organisation() is None and _is_closed(request.path_info):
            return redirect("people:begin")
        return get_response(request)

    return answer


def _is_closed(path: str) -> bool:
    try:
        return resolve(path).view_name not in OPEN
    except Resolver404:
        return True
