"""One sentence at the top of the next page: what happened, or what could not."""

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _


def say(request: HttpRequest, sentence: str, *, bad: bool = False) -> None:
    """Show a sentence on the next page."""
    (messages.error if bad else messages.success)(request, sentence)


def say_both_kept(request: HttpRequest, *, version: int, now: int) -> None:
    """Tell who saved, when somebody else had changed other fields since `version`."""
    if now > version + 1:
        say(request, _("Iemand anders veranderde intussen andere velden. Alles is bewaard."))
