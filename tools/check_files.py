"""Code files stay short, and no tracked file names a machine's paths or a package registry."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tools import ROOT

THINK, CEILING = 300, 500
CODE = {".py", ".css", ".html", ".js", ".sh"}
NOT_OURS = ("static/vendor/", "tests/browser/assets/", "/migrations/")
# Pieces, so that this file does not hold what it looks for.
ADDRESSES = re.compile(r"pypi\.org|pythonhosted\.org|npmjs\.(?:org|com)|(?:extra-)?index-ur[l]\b")
MACHINE_PATHS = re.compile(r"(?<![\w.~/-])/(?:home|root|work|Users)/[\w.]")


def project_files(root: Path) -> list[Path]:
    """What is in the repository, or would be after `git add`."""
    git = ["git", "-c", f"safe.directory={root}", "ls-files", "-z"]
    command = [*git, "--cached", "--others", "--exclude-standard"]
    try:
        run = subprocess.run(command, cwd=root, check=True, capture_output=True, text=True)
    except (FileNotFoundError, subprocess.CalledProcessError):
        return [path for path in _below(root) if path.is_file()]  # unpacked, without git
    return [path for name in run.stdout.split("\0") if name and (path := root / name).is_file()]


def _below(root: Path) -> Iterator[Path]:
    for path in sorted(root.iterdir()):
        made = path.name in {"build", "dist", "__pycache__"} or path.suffix == ".mo"
        if made or (path.is_dir() and path.name.startswith(".") and path.name != ".ci"):
            continue
        yield from _below(path) if path.is_dir() else [path]


def is_ours(name: str) -> bool:
    return not any(part in f"/{name}" for part in NOT_OURS)


def too_long(root: Path, files: list[Path]) -> tuple[list[str], list[str]]:
    """Files to think about, and files above the ceiling."""
    think, broken = [], []
    for path in files:
        name = path.relative_to(root).as_posix()
        if path.suffix in CODE and is_ours(name):
            lines = len(path.read_text(encoding="utf-8").splitlines())
            if lines > CEILING:
                broken.append(f"{name}: {lines} lines; the ceiling is {CEILING}")
            elif lines > THINK:
                think.append(f"{name}: {lines} lines; stop and think at {THINK}")
    return think, broken


def forbidden_words(root: Path, files: list[Path]) -> list[str]:
    found = []
    for path in files:
        name = path.relative_to(root).as_posix()
        lines = _lines(path)
        for number, line in enumerate(lines, start=1):
            if match := MACHINE_PATHS.search(line) or ADDRESSES.search(line) or _own(root, line):
                found.append(f"{name}:{number}: a machine path or registry address: {match[0]}")
            elif path.suffix == ".lock" and (match := re.search(r"\w+://", line)):
                found.append(f"{name}:{number}: a lock file has no addresses: {match[0]}")
    return found


def _own(root: Path, line: str) -> re.Match[str] | None:
    """This checkout's own place, wherever that is."""
    return re.search(re.escape(str(root)) + r"\b", line) if len(root.parts) > 2 else None


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError:
        return []  # a picture, a spreadsheet


def main(root: Path = ROOT) -> int:
    files = project_files(root)
    think, broken = too_long(root, files)
    broken += forbidden_words(root, files)
    for line in think + broken:
        print(line)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
