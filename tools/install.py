"""Install the project and a set of locked packages into .venv, again only after a change.

Runs with the standard library alone. A .venv that was left half-made or was moved is made anew.
"""

import hashlib
import json
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
# The test set holds everything of the web set, so it serves for both.
SERVED_BY = {"web": ("web", "test"), "test": ("test",), "bench": ("bench",)}
# What others are compared with stays out of the environment of the tests.
APART = {"bench": ROOT / ".test/bench"}


def main(kind: str, venv: Path | None = None, python: str = sys.executable) -> None:
    venv = venv or APART.get(kind, VENV)
    if any(_is_current(venv, candidate) for candidate in SERVED_BY[kind]):
        return
    if not _works(venv):
        _make(venv, python)
    for stamp in venv.glob("installed-*"):
        stamp.unlink()
    busy = venv / "busy"
    busy.touch()
    print(f"Installing requirements/{kind}.lock into {venv.name} ...", flush=True)
    pip_install(venv, "--require-hashes", "-r", str(ROOT / f"requirements/{kind}.lock"))
    pip_install(venv, "--no-deps", "--no-build-isolation", "--editable", str(ROOT))
    _stamp(venv, kind).write_text(fingerprint(venv, kind))
    busy.unlink()


def pip_install(venv: Path, *arguments: str) -> None:
    pip = [str(venv / "bin/python"), "-m", "pip", "--disable-pip-version-check", "install", "-q"]
    done = subprocess.run([*pip, *arguments], check=False, cwd=ROOT)
    if done.returncode:
        sys.exit("Installing failed; mend what pip says above and run the same command again.")


def fingerprint(venv: Path, kind: str) -> str:
    """What must stay the same for an installation to be current."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    parts = {
        "lock": (ROOT / f"requirements/{kind}.lock").read_text(encoding="utf-8"),
        "project": [project["build-system"], project["project"], project["tool"]["hatch"]],
        "place": str(venv),
    }
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


def _stamp(venv: Path, kind: str) -> Path:
    return venv / f"installed-{kind}"


def _is_current(venv: Path, kind: str) -> bool:
    stamp = _stamp(venv, kind)
    return stamp.exists() and stamp.read_text() == fingerprint(venv, kind) and _works(venv)


def _works(venv: Path) -> bool:
    """Whether the environment is whole, in its own place, and its Python can be started."""
    python, pip = venv / "bin/python", venv / "bin/pip"
    if (venv / "busy").exists() or not python.exists() or not pip.exists():
        return False
    if str(venv) not in pip.read_text()[:500]:
        return False  # moved or copied: its commands still point at the old place
    code = "import sys; sys.exit(sys.version_info < (3, 11))"
    return subprocess.run([str(python), "-c", code], check=False).returncode == 0


def _make(venv: Path, python: str) -> None:
    if venv.exists():
        print(f"{venv.name} is not whole; making it anew ...", flush=True)
        shutil.rmtree(venv)
    subprocess.run([python, "-m", "venv", str(venv)], check=True)


if __name__ == "__main__":
    main(sys.argv[1])
