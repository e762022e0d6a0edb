"""Heavy proofs in full, the library on newer Pythons, and the wheel on its own."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from tools import ROOT
from tools.install import main as install
from tools.install import pip_install
from tools.skip_gate import read_list

NEWER = ("3.12", "3.13")
LIBRARY_TESTS = ("tests/unit", "tests/statistics", "tests/spec")
NO_TESTS = 5  # pytest's exit status when nothing was selected
Command = Sequence[str | Path]


def proofs() -> bool:
    """Every test with the marker `proof`, whole."""
    pytest = [sys.executable, "-m", "pytest", "-n", "auto", "-m", "proof"]
    code = _run(pytest, WATERPAS_PROVE="1")
    if code == NO_TESTS:
        print("There is no test with the marker `proof` yet")
    return code in (0, NO_TESTS)


def newer_python(version: str) -> bool:
    """The tests of the library on another Python, in a throwaway environment."""
    interpreter = find_python(version)
    if interpreter is None:
        print(f"Skipped: python{version} is not on this machine")
        return not os.environ.get("CI") or f"python{version} interpreter" in read_list(ROOT)
    venv = ROOT / ".test" / f"python{version}"
    install("test", venv, interpreter)
    tests = [name for name in LIBRARY_TESTS if any(ROOT.glob(f"{name}/**/test_*.py"))]
    return _run([venv / "bin/python", "-m", "pytest", "-n", "auto", *tests]) == 0


def find_python(version: str) -> str | None:
    """An interpreter of this version that can make an environment, in PATH or from pyenv."""
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"), "versions")
    from_pyenv = sorted(map(str, pyenv.glob(f"{version}.*/bin/python{version}")), reverse=True)
    for candidate in (shutil.which(f"python{version}"), *from_pyenv):
        code = f"import ensurepip, sys; sys.exit({version!r} != '%d.%d' % sys.version_info[:2])"
        if candidate and _succeeds([candidate, "-c", code]):
            return candidate
    return None


def _succeeds(command: Command) -> bool:
    return subprocess.run(command, check=False, capture_output=True).returncode == 0


def bare_wheel() -> bool:
    """A wheel without extras gives library and command line, and no Django comes with it."""
    with tempfile.TemporaryDirectory() as folder:
        venv = Path(folder, "venv")
        build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder]
        if _run(build) or _run([sys.executable, "-m", "venv", venv]):
            return False
        pip_install(venv, "--require-hashes", "-r", "requirements/library.lock")
        pip_install(venv, "--no-deps", *map(str, Path(folder).glob("*.whl")))
        python = venv / "bin/python"
        no_django = "import importlib.util as i, sys; sys.exit(i.find_spec('django') is not None)"
        catalogue = "from waterpas.texts import translate; translate('verschil', 'en')"
        commands: list[Command] = [
            [venv / "bin/waterpas", "--help"],
            [python, "-c", "import waterpas"],
            [python, "-c", no_django],
            [python, "-c", catalogue],
            [python, "-m", "pip", "check"],
        ]
        return all(_run(each, cwd=Path(folder), PYTHONPATH="") == 0 for each in commands)


def _run(command: Command, *, cwd: Path = ROOT, **environment: str) -> int:
    return subprocess.run(
        command, check=False, cwd=cwd, env={**os.environ, **environment}
    ).returncode


def main() -> int:
    parts: dict[str, Callable[[], bool]] = {"the bare wheel": bare_wheel}
    for version in NEWER:
        parts[f"Python {version}"] = partial(newer_python, version)
    parts["heavy proofs"] = proofs
    failed = []
    for name, part in parts.items():
        print(f"\n--- {name}", flush=True)
        start = time.monotonic()
        if not part():
            failed.append(name)
        print(f"--- {name} took {time.monotonic() - start:.0f} s", flush=True)
    print(f"Failed: {', '.join(failed)}" if failed else "Proved")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
