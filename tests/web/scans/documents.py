"""Documents for tests: a policy that raises questions, and what was read of it."""

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.web.scans.factories import scan
from tests.web.world import NOON, person
from waterpas.web.scans import services
from waterpas.web.scans.models import Passage, ReadDocument, Scan
from waterpas.web.scans.reading import read_pasted

PROFILE = "De gemeente stelt risicoprofielen op voor gezinnen."
ALONE = "De consulent beslist naar eigen inzicht."
ASKED = "Een cliëntenraad dacht mee."
TEXT = f"# Toezicht\n\n{PROFILE}\n\n{ALONE}\n\nDe brief gaat per post naar het huis."


def read(of: Scan | None = None, text: str = TEXT, name: str = "Beleidsnota") -> ReadDocument:
    """A document that was read on a scan."""
    reading = services.read_document(
        scan=of or scan(), name=name, brought=read_pasted(text), by=person(), now=NOON
    )
    return reading.document


def read_again(document: ReadDocument, text: str) -> ReadDocument:
    """Another version of a document."""
    services.read_again(document=document, brought=read_pasted(text), by=person(), now=NOON)
    return document


def passage(document: ReadDocument, sentence: str = PROFILE) -> Passage:
    """The passage with this sentence."""
    return document.passages.filter(sentence=sentence).first()


def file(content: bytes, name: str = "nota.txt") -> SimpleUploadedFile:
    """A file as a browser sends it."""
    return SimpleUploadedFile(name, content)


def a_document() -> dict[str, int]:
    """The address of a document."""
    document = ReadDocument.objects.order_by("pk").first() or read()
    return {"pk": document.scan_id, "document": document.pk}


def an_absence() -> dict[str, object]:
    """The address of a question about what was not found."""
    return {"pk": read().scan_id, "question": "no-owner"}
