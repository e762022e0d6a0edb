"""One text, written as a web page, a PDF, a Word file or an OpenDocument file.

A `Document` is a title and blocks; the writers give each block the structure that a screen reader
needs: headings with a level, lists, and tables with a header row.
"""

from waterpas.documents.model import Block, Bullets, Document, Facts, Heading, Paragraph, Table

__all__ = ["Block", "Bullets", "Document", "Facts", "Heading", "Paragraph", "Table"]
