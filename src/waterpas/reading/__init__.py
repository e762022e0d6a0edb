"""From a document to questions worth asking about it. No verdict, no score."""

from waterpas.reading.asking import cards
from waterpas.reading.document import Block, Document
from waterpas.reading.results import Absent, Card, Place, Reading, Shown

__all__ = ["Absent", "Block", "Card", "Document", "Place", "Reading", "Shown", "cards"]
