"""An answer that is saved as a file."""

from django.http import HttpResponse


def file_of(content: str | bytes, kind: str, name: str) -> HttpResponse:
    """The content under this name, to keep."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=kind, headers=headers)
