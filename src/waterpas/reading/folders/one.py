"""Reads one document of a folder or archive, and keeps what the list of the folder needs."""

import hashlib
import zipfile
import zlib
from pathlib import Path

from waterpas.reading import errors
from waterpas.reading.asking import cards
from waterpas.reading.folders.found import Outcome, Seen, refused
from waterpas.reading.folders.grounds import grounds
from waterpas.reading.folders.listing import Job
from waterpas.reading.reader import read


def look(job: Job) -> Outcome | None:
    """Read a document; None when it is the same as before, though its stamp is another one.

    Never raises: what is wrong with one document must not stop the others.
    """
    digest = ""
    try:
        source = _source(job)
        digest = _sha256(source)
        return None if digest == job.known else _read(job, source, digest)
    except errors.DocumentError as error:
        return refused(job.name, error, stamp=job.stamp, sha256=digest)
    except OSError:
        return refused(job.name, errors.no_access(job.name), stamp=job.stamp)
    except MemoryError:
        return refused(job.name, errors.stopped(job.name), stamp=job.stamp)
    except Exception as error:  # whatever went wrong in one document, the others are read
        return refused(job.name, errors.fault(job.name, type(error).__name__), stamp=job.stamp)


def _source(job: Job) -> Path | bytes:
    if job.member is None:
        return Path(job.path)
    try:
        with zipfile.ZipFile(job.path) as archive, archive.open(job.member) as member:
            return member.read(errors.LARGEST_MEMBER)
    # What zipfile raises of a member that is broken, cut off, gone or packed in an unknown way.
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError, NotImplementedError) as error:
        raise errors.damaged(job.name) from error
    except RuntimeError as error:
        raise errors.locked(job.name) from error


def _sha256(source: Path | bytes) -> str:
    if isinstance(source, bytes):
        return hashlib.sha256(source).hexdigest()
    with source.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _read(job: Job, source: Path | bytes, digest: str) -> Seen:
    document = read(source, name=job.name)
    return Seen(
        name=job.name,
        stamp=job.stamp,
        sha256=digest,
        format=document.format,
        pages=document.pages,
        notes=document.notes,
        grounds=grounds(document, cards(document)),
    )
