"""A folder or archive of documents: which of them a human should scan first, and why."""

from waterpas.reading.folders.found import Ground, Outcome, Passage, Refused, Seen
from waterpas.reading.folders.grounds import GROUNDS, ground_text
from waterpas.reading.folders.overview import Document, Overview, read_folder

__all__ = [
    "GROUNDS",
    "Document",
    "Ground",
    "Outcome",
    "Overview",
    "Passage",
    "Refused",
    "Seen",
    "ground_text",
    "read_folder",
]
