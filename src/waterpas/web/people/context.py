"""What every page knows: the municipality, and whether it is the example."""

from django.conf import settings
from django.http import HttpRequest

from waterpas.web.people.example_beside import example_url
from waterpas.web.people.selectors import organisation


def municipality(request: HttpRequest) -> dict[str, object]:
    """For the head and the foot of every page."""
    return {
        "municipality": organisation(),
        "is_example": settings.EXAMPLE,
        "example_url": example_url(request),
    }
