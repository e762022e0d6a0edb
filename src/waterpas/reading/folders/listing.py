"""Which documents stand in a folder or an archive; nothing is opened or unpacked here."""

import os
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from waterpas.reading import errors
from waterpas.reading.folders.found import Refused, refused
from waterpas.unpacking import swells

ARCHIVE = ".zip"
# What programs leave behind beside the documents.
LEFTOVERS = frozenset({"thumbs.db", "desktop.ini", "__macosx"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A document to be read: a file, or a member of an archive.

    `stamp` is another one when the document may have changed. `known` is the fingerprint it had
    when it was read before, if that was with another stamp.
    """

    name: str
    path: str
    member: str | None
    stamp: str
    known: str | None = None


@dataclass(frozen=True, slots=True)
class Hidden:
    """A hidden file or folder, which is not read."""

    name: str


Listed = Job | Refused | Hidden


def is_collection(source: Path) -> bool:
    """Whether it is a folder or an archive, and not a single document."""
    return source.is_dir() or (source.suffix.lower() == ARCHIVE and source.is_file())


def listed(sources: Iterable[Path]) -> Iterator[Listed]:
    """Everything that stands in the sources, by name; each source under a name of its own."""
    taken: set[str] = set()
    for source in sources:
        label = _label(source, taken)
        if source.is_dir():
            yield from _in_folder(source, label)
        elif is_collection(source):
            yield from _in_archive(source, label)
        else:
            yield _file(source, label)


def _label(source: Path, taken: set[str]) -> str:
    plain = shown(source.name or source.resolve().name)
    label, number = plain, 1
    while label in taken:
        number += 1
        label = f"{plain} ({number})"
    taken.add(label)
    return label


def shown(name: str) -> str:
    """A name that can be printed anywhere: no control signs, no half letters."""
    clean = name.encode("utf-8", "replace").decode("utf-8")
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in clean)


def _in_folder(folder: Path, label: str) -> Iterator[Listed]:
    faults: list[OSError] = []
    for here, folders, files in os.walk(folder, onerror=faults.append):
        inside = _joined(label, os.path.relpath(here, folder))
        for fault in faults:
            yield refused(inside, errors.no_access(_joined(label, _below(fault, folder))))
        faults.clear()
        yield from _links(here, folders, inside)
        folders[:] = sorted(name for name in folders if _goes_in(here, name))
        for name in sorted(files):
            yield _entry(here, name, _joined(inside, shown(name)))
    for fault in faults:
        name = _joined(label, _below(fault, folder))
        yield refused(name, errors.no_access(name))


def _below(fault: OSError, folder: Path) -> str:
    return os.path.relpath(str(fault.filename), folder)


def _joined(label: str, inside: str) -> str:
    return label if inside == os.curdir else f"{label}/{shown(inside)}"


def _links(here: str, folders: list[str], inside: str) -> Iterator[Listed]:
    """Folders that are not gone into: links, which may lead round in a circle, and hidden ones."""
    for name in sorted(folders):
        called = _joined(inside, shown(name))
        if _is_hidden(name):
            yield Hidden(called)
        elif Path(here, name).is_symlink():
            yield refused(called, errors.link(called))


def _goes_in(here: str, name: str) -> bool:
    return not _is_hidden(name) and not Path(here, name).is_symlink()


def _is_hidden(name: str) -> bool:
    return name.startswith((".", "~$")) or name.lower() in LEFTOVERS


def _entry(here: str, name: str, called: str) -> Listed:
    if _is_hidden(name):
        return Hidden(called)
    path = Path(here, name)
    if path.is_symlink():
        return refused(called, errors.link(called))
    return _file(path, called)


def _file(path: Path, called: str) -> Listed:
    try:
        status = path.stat()
    except OSError:
        there = os.path.lexists(path)
        return refused(called, errors.no_access(called) if there else errors.not_there(called))
    stamp = f"{status.st_size}-{status.st_mtime_ns}"
    if not path.is_file():
        return refused(called, errors.no_file(called), stamp=stamp)
    if path.suffix.lower() == ARCHIVE:
        return refused(called, errors.archive_inside(called), stamp=stamp)
    return Job(name=called, path=str(path), member=None, stamp=stamp)


def _in_archive(path: Path, label: str) -> Iterator[Listed]:
    try:
        with zipfile.ZipFile(path) as archive:
            if swells(archive):
                yield refused(label, errors.swollen_archive(label))
                return
            # Of two members with one name, the last is the one that is opened by it.
            by_name = {member.filename: member for member in archive.infolist()}
            members = [by_name[name] for name in sorted(by_name)]
    except OSError:
        yield refused(label, errors.no_access(label))
    # What zipfile raises of a broken, odd, unknown or locked archive.
    except (zipfile.BadZipFile, ValueError, NotImplementedError, RuntimeError):
        yield refused(label, errors.damaged_archive(label))
    else:
        yield from (_member(each, path, label) for each in members if not each.is_dir())


def _member(member: zipfile.ZipInfo, path: Path, label: str) -> Listed:
    called = f"{label}/{shown(member.filename)}"
    parts = member.filename.split("/")
    if any(_is_hidden(part) for part in parts if part not in (os.curdir, os.pardir)):
        return Hidden(called)
    stamp = f"{member.file_size}-{member.CRC:08x}"
    if member.flag_bits & 0x1:
        return refused(called, errors.locked(called), stamp=stamp)
    if called.lower().endswith(ARCHIVE):
        return refused(called, errors.archive_inside(called), stamp=stamp)
    if member.file_size > errors.LARGEST_MEMBER:
        return refused(called, errors.heavy_member(called), stamp=stamp)
    return Job(name=called, path=str(path), member=member.filename, stamp=stamp)
