"""The pages that use a script of ours. Everywhere else the policy allows no script at all."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from csp.constants import SELF
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect

View = Callable[..., HttpResponseBase]
OWN_SCRIPTS = {"script-src": [SELF], "connect-src": [SELF]}
STAYS, WHERE = "X-Waterpas-Stays", "X-Waterpas-Where"


def with_script(view: View) -> View:
    """Let the page load our own static scripts, and these talk to our own server. Nothing else.

    The page has to work without: a script may only help. A script that sent a form and stays on
    its page hears where the answer leads, instead of being led there. Put it above `once`.
    """

    @wraps(view)
    def scripted(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        if isinstance(response, HttpResponseRedirect) and request.headers.get(STAYS):
            return HttpResponse(status=204, headers={WHERE: response.url})
        # How django-csp hears of what one response adds.
        response._csp_update = OWN_SCRIPTS  # type: ignore[attr-defined]
        return response

    return scripted
