"""A document, or any page that stands alone, as PDF with tags for who cannot see it."""

from typing import Any

from waterpas.documents.errors import WriterMissing
from waterpas.documents.html import html_page
from waterpas.documents.model import Document

PACKAGES = ("libpango-1.0-0", "libpangoft2-1.0-0")


def pdf(document: Document) -> bytes:
    """The document as PDF/UA-1. Raises WriterMissing."""
    return pdf_of_page(html_page(document))


def pdf_of_page(page: str) -> bytes:
    """A page as PDF/UA-1; nothing is fetched for it. Raises WriterMissing."""
    try:
        from weasyprint import HTML
    except (ImportError, OSError) as error:
        raise WriterMissing("PDF", PACKAGES) from error
    return bytes(HTML(string=page, url_fetcher=_refuse).write_pdf(pdf_variant="pdf/ua-1"))


def _refuse(url: str, *_: Any, **__: Any) -> dict[str, Any]:
    raise ValueError(f"nothing is fetched for a PDF, not even {url}")
