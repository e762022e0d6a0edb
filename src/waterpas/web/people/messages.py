"""One sentence at the top of the next page: what happened, or what could not."""

from django.contrib import messages
from django.http import HttpRequest


def say(request: HttpRequest, sentence: str, *, bad: bool = False) -> None:
    """Show a sentence on the next page."""
    (messages.error if bad else messages.success)(request, sentence)
