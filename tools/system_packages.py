"""Chromium, PostgreSQL and Pango for the tests: installed where we may, else named as missing."""

import ctypes
import os
import shutil
import subprocess
import sys

from tools.ci import in_ci
from tools.throwaway_postgres import programs

PANGO = {  # what a PDF is drawn with
    "libpango-1.0-0": "libpango-1.0.so.0",
    "libpangoft2-1.0-0": "libpangoft2-1.0.so.0",
}
FONTS = ["fonts-liberation"]  # without a font every letter on a screenshot is a box


def missing() -> list[str]:
    """The Debian packages that the tests want and that are not there."""
    absent = []
    if not any(map(shutil.which, ("chromium", "chromium-browser"))):
        absent.append("chromium")
    if programs() is None:
        absent.append("postgresql")
    absent += [package for package, library in PANGO.items() if not _loads(library)]
    return absent


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def become_root() -> list[str] | None:
    """What goes before a command to run it as root; None when we may not."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    allowed = subprocess.run(["sudo", "-n", "true"], check=False, capture_output=True)
    return ["sudo", "-n"] if allowed.returncode == 0 else None


def install(packages: list[str], as_root: list[str]) -> None:
    print(f"Installing {', '.join(packages)} with apt-get ...", flush=True)
    apt = [*as_root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    for command in (["update"], ["install", "-y", "--no-install-recommends", *packages, *FONTS]):
        # What apt-get writes is shown when it fails only.
        done = subprocess.run([*apt, *command], check=False, capture_output=True, text=True)
        if done.returncode:
            print(done.stdout[-1000:], done.stderr[-1000:], sep="\n", file=sys.stderr)


def main() -> int:
    absent = missing()
    as_root = become_root()
    if absent and as_root is not None and shutil.which("apt-get"):
        install(absent, as_root)
        absent = missing()
    if not absent:
        return 0
    names = " ".join(absent)
    print(f"Not installed, so its tests cannot run: {names} (sudo apt-get install {names})")
    return 1 if in_ci() else 0


if __name__ == "__main__":
    sys.exit(main())
