"""From a document to questions worth asking about it. No verdict, no score."""

from waterpas.reading.asking import cards
from waterpas.reading.document import Block, Cell, Document, Kind
from waterpas.reading.errors import DocumentError
from waterpas.reading.notes import note_text
from waterpas.reading.reader import read
from waterpas.reading.results import Absent, Card, Place, Reading, Shown
from waterpas.reading.splitting import sentence_spans, sentences

__all__ = [
    "Absent",
    "Block",
    "Card",
    "Cell",
    "Document",
    "DocumentError",
    "Kind",
    "Place",
    "Reading",
    "Shown",
    "cards",
    "note_text",
    "read",
    "sentence_spans",
    "sentences",
]
