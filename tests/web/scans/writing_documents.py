"""One call of every service about documents, for tests/web/test_every_service.py."""

from functools import partial

from tests.web.scans.documents import ALONE, passage, read
from tests.web.scans.factories import scan
from tests.web.writing import Call, World, calls
from waterpas.web.scans import services as scans
from waterpas.web.scans.reading import read_pasted


@calls("scans.read_document")
def _(world: World) -> Call:
    brought = read_pasted(ALONE)
    return partial(scans.read_document, scan=scan(), name="Nota", brought=brought, **world.stamp)


@calls("scans.read_again")
def _(world: World) -> Call:
    brought = read_pasted(ALONE)
    return partial(scans.read_again, document=read(), brought=brought, **world.stamp)


@calls("scans.remove_document")
def _(world: World) -> Call:
    return partial(scans.remove_document, document=read(), **world.stamp)


@calls("scans.put_document_back")
def _(world: World) -> Call:
    gone = scans.remove_document(document=read(), **world.stamp)
    return partial(scans.put_document_back, document=gone, **world.stamp)


ASIDE = {"criterion": "N05", "reason": "Het gaat over brand."}


@calls("scans.set_passage_aside")
def _(world: World) -> Call:
    return partial(scans.set_passage_aside, passage=passage(read()), **ASIDE, **world.stamp)


@calls("scans.take_passage_back")
def _(world: World) -> Call:
    aside = scans.set_passage_aside(passage=passage(read()), **ASIDE, **world.stamp)
    return partial(scans.take_passage_back, aside=aside, **world.stamp)


@calls("scans.note_absence")
def _(world: World) -> Call:
    said = {"question": "no-owner", "text": "De directeur."}
    return partial(scans.note_absence, scan=scan(), **said, **world.stamp)
