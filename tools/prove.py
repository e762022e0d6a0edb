"""Heavy proofs and PostgreSQL in full, newer Pythons, and the bare wheel, within 45 minutes."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from tools import ROOT
from tools.ci import in_ci
from tools.install import main as install
from tools.install import pip_install
from tools.run_tests import tests_on_postgres
from tools.skip_gate import read_list

NEWER = ("3.12", "3.13")
LIBRARY_TESTS = ("tests/unit", "tests/statistics", "tests/spec")
PROOFS = "proof or property"
MOST = 2_700  # seconds that all of it may take
FIGURE = """
from waterpas.measure.chain import chain
from waterpas.tallies import examples

result = chain(examples.load("duo-2014"), across="herkomst", reference="NL")
selected = next(step for step in result.steps if step.id == "selected")
ratios = [group.ratio.value for group in selected.comparison.groups if not group.is_reference]
assert any(abs(ratio - 6.2227) < 0.0001 for ratio in ratios), ratios
"""
Command = Sequence[str | Path]


def proofs() -> bool:
    """Every heavy proof whole, and every property with five or ten times as many examples."""
    # Some take minutes: who is done takes over from who is not.
    pytest = [sys.executable, "-m", "pytest", "-n", "auto", "--dist", "worksteal", "-m", PROOFS]
    return _run(pytest, WATERPAS_PROVE="1") == 0


def platform_on_postgres() -> bool:
    """The tests of the platform on PostgreSQL, of which `make test` runs a part."""
    return tests_on_postgres(whole=True) == 0


def newer_python(version: str) -> bool:
    """The tests of the library on another Python, in a throwaway environment."""
    interpreter = find_python(version)
    if interpreter is None:
        print(f"Skipped: python{version} is not on this machine")
        return not in_ci() or f"python{version} interpreter" in read_list(ROOT)
    venv = ROOT / ".test" / f"python{version}"
    install("test", venv, interpreter)
    tests = [name for name in LIBRARY_TESTS if any(ROOT.glob(f"{name}/**/test_*.py"))]
    # Proofs draw with NumPy, of which both have the same version: once more is enough. Properties
    # try the same examples whatever the version.
    lighter = ["-m", "not property" if version == NEWER[0] else f"not ({PROOFS})"]
    return _run([venv / "bin/python", "-m", "pytest", "-n", "auto", *lighter, *tests]) == 0


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
    """A wheel without extras gives library and command line with their data, and no Django."""
    with tempfile.TemporaryDirectory() as folder:
        venv = Path(folder, "venv")
        build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder]
        if _run(build) or _run([sys.executable, "-m", "venv", venv]):
            return False
        (wheel,) = Path(folder).glob("*.whl")
        pip_install(venv, "--require-hashes", "-r", "requirements/library.lock")
        pip_install(venv, "--no-deps", str(wheel))
        commands = [*_needs_code(venv), *_needs_data(venv)]
        run = partial(_run, cwd=Path(folder), PYTHONPATH="")
        if any(run(each, stdout=subprocess.DEVNULL) for each in commands):
            return False
        pip_install(venv, "--no-deps", "--force-reinstall", str(without_data(wheel)))
        print("Planted fault: the same wheel without its data", flush=True)
        quiet = partial(run, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return all(quiet(each) for each in _needs_data(venv))


def _needs_code(venv: Path) -> list[Command]:
    python = venv / "bin/python"
    no_django = "import importlib.util as i, sys; sys.exit(i.find_spec('django') is not None)"
    return [
        [venv / "bin/waterpas", "--help"],
        [python, "-c", "import waterpas"],
        [python, "-c", no_django],
        [python, "-m", "pip", "check"],
    ]


def _needs_data(venv: Path) -> list[Command]:
    """One command for each kind of file in the package that is not code."""
    python = venv / "bin/python"
    return [
        [venv / "bin/waterpas", "handbook", "--format", "json"],
        [venv / "bin/waterpas", "read", ROOT / "LICENSE", "--format", "html"],
        [python, "-c", "from waterpas.texts import translate; translate('verschil', 'en')"],
        [python, "-c", FIGURE],
        [python, "-c", "from waterpas.tallies.layouts import load_layout as l; l('cbs-duo-2014')"],
    ]


def without_data(wheel: Path) -> Path:
    """The same wheel with its code only, in a folder beside it."""
    folder = wheel.parent / "without-data"
    folder.mkdir()
    with zipfile.ZipFile(wheel) as whole, zipfile.ZipFile(folder / wheel.name, "w") as bare:
        for name in whole.namelist():
            content = whole.read(name)
            if name.endswith("/RECORD"):
                lines = content.decode().splitlines(keepends=True)
                content = "".join(x for x in lines if not _is_data(x.split(",")[0])).encode()
            if not _is_data(name):
                bare.writestr(name, content)
    return folder / wheel.name


def _is_data(name: str) -> bool:
    return name.startswith("waterpas/") and not name.endswith(".py")


def _run(
    command: Command,
    *,
    cwd: Path = ROOT,
    stdout: int | None = None,
    stderr: int | None = None,
    **environment: str,
) -> int:
    whole = {**os.environ, **environment}
    return subprocess.run(
        command, check=False, cwd=cwd, env=whole, stdout=stdout, stderr=stderr
    ).returncode


def main() -> int:
    parts: dict[str, Callable[[], bool]] = {"the bare wheel": bare_wheel}
    for version in NEWER:
        parts[f"Python {version}"] = partial(newer_python, version)
    parts["the platform on PostgreSQL"] = platform_on_postgres
    parts["heavy proofs"] = proofs
    begin = time.monotonic()
    failed = run_all(parts)
    failed += too_long(time.monotonic() - begin)
    print(f"Failed: {', '.join(failed)}" if failed else "Proved")
    return 1 if failed else 0


def run_all(parts: dict[str, Callable[[], bool]]) -> list[str]:
    """Run each part; name those that failed."""
    failed = []
    for name, part in parts.items():
        print(f"\n--- {name}", flush=True)
        start = time.monotonic()
        if not part():
            failed.append(name)
        print(f"--- {name} took {time.monotonic() - start:.0f} s", flush=True)
    return failed


def too_long(seconds: float) -> list[str]:
    """What is wrong when it took longer than anybody wants to wait."""
    return [f"it took {seconds:.0f} s, and may take {MOST}"] if seconds > MOST else []


if __name__ == "__main__":
    sys.exit(main())
