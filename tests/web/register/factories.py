"""Items and sheets for the tests of the register."""

import io
import re
from itertools import count

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import Workbook

from tests.web.world import NOON
from waterpas.web.register.models import Item

_numbers = count(1)


def item(**given) -> Item:
    """An item as the register keeps it."""
    values = {
        "title": f"Onderwerp {next(_numbers)}",
        "kind": "process",
        "role": "service-provider",
        "added_at": NOON,
        "added_by": "test",
    }
    return Item.objects.create(**(values | given))


def retired(**given) -> Item:
    """An item that was taken out of the register."""
    return item(
        retired_at=NOON, retired_by="test", retired_reason="wij doen dit niet meer", **given
    )


def workbook(*rows, sheets=()) -> bytes:
    """The bytes of an .xlsx with these rows, and with other sheets after it."""
    book = Workbook()
    book.active.title = "Blad"
    for row in rows:
        book.active.append(row)
    for name in sheets:
        book.create_sheet(name).append(["iets"])
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def preview(client, content, name="lijst.xlsx", lang="nl"):
    """Choose a file, and see what would change."""
    content = content.encode() if isinstance(content, str) else content
    return client.post(
        reverse("register:import_preview"),
        {"file": SimpleUploadedFile(name, content)},
        headers={"Accept-Language": lang},
    )


def listed(response) -> str:
    """The hidden field with what was read."""
    return re.search(r'name="listed" value="([^"]+)"', response.text)[1]


def confirm(client, response, **more):
    """Read in what the preview showed."""
    return client.post(reverse("register:import_confirm"), {"listed": listed(response), **more})


def in_text(html: str) -> str:
    """What people read of a page, on one line."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())
