"""Where the example municipality runs, when it runs beside this one on the same machine."""

from pathlib import Path

from django.conf import settings
from django.http import HttpRequest
from django.http.request import split_domain_port

FILE = "example-url"
THIS_MACHINE = {"localhost", "127.0.0.1", "[::1]"}


def example_url(request: HttpRequest) -> str:
    """The address of the example, for who can reach it; empty for who cannot.

    An address that the administrator gave is for everybody. The example that we started ourselves
    listens on this machine only.
    """
    if settings.EXAMPLE_URL or settings.EXAMPLE:
        return str(settings.EXAMPLE_URL)
    if split_domain_port(request.get_host())[0] not in THIS_MACHINE:
        return ""
    try:
        return (Path(settings.DATA) / FILE).read_text("ascii").strip()
    except OSError:
        return ""
