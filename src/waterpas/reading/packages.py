"""The XML inside a .docx or .odt, opened so that it can do no harm."""

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from lxml import etree

from waterpas.reading import errors
from waterpas.reading.kinds import Source
from waterpas.unpacking import swells

LARGEST_PART = 256 << 20
LARGEST_TREE = 64 << 20  # a tree takes about six times the size of its text
SAFE = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}
# What a damaged package makes its readers raise.
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    etree.XMLSyntaxError,
    OSError,
    EOFError,
    KeyError,
    ValueError,
    TypeError,
    ArithmeticError,
    NotImplementedError,
)
Element = Any  # lxml has no types


@contextmanager
def opened(source: Source) -> Iterator[zipfile.ZipFile]:
    """The package, checked for size; whatever is broken in it becomes one sentence."""
    try:
        source.file.seek(0)
        with zipfile.ZipFile(source.file) as package:
            if swells(package):
                raise errors.swollen(source.name)
            yield package
    except errors.DocumentError:
        raise
    except RuntimeError as error:
        if "password" in str(error) or "encrypted" in str(error):
            raise errors.locked(source.name) from error
        raise errors.damaged(source.name) from error
    except BROKEN as error:
        raise errors.damaged(source.name) from error


def tree(package: zipfile.ZipFile, part: str, name: str) -> Element | None:
    """The root of a small part, or None when it is not there."""
    if part not in package.namelist():
        return None
    _check_size(package, part, name, LARGEST_TREE)
    with package.open(part) as file:
        root = etree.parse(file, etree.XMLParser(**SAFE)).getroot()
    refuse_declarations(root, name)
    return root


def walk(
    package: zipfile.ZipFile, part: str, name: str, *, tags: tuple[str, ...], top: str
) -> Iterator[Element]:
    """The elements that stand right in `top`, one at a time, so that memory stays bounded."""
    _check_size(package, part, name, LARGEST_PART)
    with package.open(part) as file:
        for _, element in etree.iterparse(file, events=("end",), tag=tags, **SAFE):
            parent = element.getparent()
            if parent is None or parent.tag != top:
                continue
            refuse_declarations(element, name)
            yield element
            element.clear()
            while element.getprevious() is not None:
                del parent[0]


def refuse_declarations(element: Element, name: str) -> None:
    """A document type in office XML serves only to define entities: bombs and outside files."""
    info = element.getroottree().docinfo
    if info.doctype or info.internalDTD is not None:
        raise errors.unsafe(name)


def _check_size(package: zipfile.ZipFile, part: str, name: str, most: int) -> None:
    if package.getinfo(part).file_size > most:
        raise errors.swollen(name)
