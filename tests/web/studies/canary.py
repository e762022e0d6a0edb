"""A row that nobody else writes, and a search for it wherever something may be left behind."""

import os
import secrets
import stat
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from shutil import copytree
from zipfile import ZipFile

from tests.web.running import free_port, started

CHUNK = 1 << 20
PROGRAMS = {".git", ".venv", "__pycache__", "node_modules"}
# Where programs of this machine put temporary files when nobody tells them otherwise.
SHARED = ("/tmp", "/var/tmp", "/dev/shm", tempfile.gettempdir())


class Canary:
    """One unique text. `left_in` says in which files it is, raw or as UTF-16."""

    def __init__(self) -> None:
        self.text = f"Kanarie {secrets.token_hex(12)}"
        self.since = time.time() - 1
        self.packed = b""  # a unique piece of a file that packs the text, such as a workbook

    def needles(self) -> list[bytes]:
        codes = ("utf-8", "utf-16-le", "utf-16-be")
        return [
            *(self.text.encode(code) for code in codes),
            *([self.packed] if self.packed else []),
        ]

    def is_packed_in(self, workbook: bytes) -> None:
        """Look for the end of its first sheet too, as it stands in the file."""
        with ZipFile(BytesIO(workbook)) as package:
            part = package.getinfo("xl/worksheets/sheet1.xml")
        end = part.header_offset + 30 + len(part.filename) + part.compress_size
        self.packed = workbook[end - 60 : end - 10]

    def left_in(self, *folders: Path) -> list[Path]:
        """The files below these folders, and those in the shared ones of this moment."""
        ours = [path for folder in folders for path in _files(folder)]
        theirs = [path for folder in {*SHARED} for path in _files(Path(folder), self.since)]
        return [path for path in dict.fromkeys([*ours, *theirs]) if self._is_in(path)]

    def _is_in(self, path: Path) -> bool:
        needles, rest = self.needles(), b""
        try:
            with path.open("rb") as file:
                while piece := file.read(CHUNK):
                    if any(needle in rest + piece for needle in needles):
                        return True
                    rest = piece[-200:]
        except OSError:
            return False  # gone, or of somebody else
        return self.text in path.name


def _files(folder: Path, since: float = 0) -> Iterator[Path]:
    for where, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name not in PROGRAMS]
        for name in names:
            path = Path(where, name)
            try:
                found = path.lstat()
            except OSError:
                continue
            if stat.S_ISREG(found.st_mode) and found.st_ctime >= since:
                yield path


class Place:
    """The data folder of a demo (a copy), a folder for temporary files, and the log of a server."""

    def __init__(self, root: Path, example_data: Path) -> None:
        self.root, self.data, self.tmp = root, root / "data", root / "tmp"
        self.tmp.mkdir()
        copytree(example_data, self.data)

    @contextmanager
    def serving(self):
        words = ("demo", "--no-browser", "--data", str(self.data), "--port", str(free_port()))
        with (
            (self.root / "log").open("a") as log,
            started(*words, env={"TMPDIR": str(self.tmp)}, stderr=log) as running,
        ):
            yield running

    def left(self, canary: Canary) -> list[Path]:
        return canary.left_in(self.root)
