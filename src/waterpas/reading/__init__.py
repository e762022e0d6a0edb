"""From a document to its text: blocks with an address, and sentences. Nothing is judged here."""

from waterpas.reading.document import Block, Cell, Document, Kind
from waterpas.reading.errors import DocumentError
from waterpas.reading.notes import note_text
from waterpas.reading.reader import read
from waterpas.reading.splitting import sentence_spans, sentences

__all__ = [
    "Block",
    "Cell",
    "Document",
    "DocumentError",
    "Kind",
    "note_text",
    "read",
    "sentence_spans",
    "sentences",
]
