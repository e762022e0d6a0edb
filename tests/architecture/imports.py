"""What a fresh Python has imported after some code; what this process imported does not count."""

import subprocess
import sys
from pathlib import Path

HEAVY = {
    "django",
    "duckdb",
    "docx",
    "narwhals",
    "numpy",
    "odfdo",
    "pandas",
    "polars",
    "pyarrow",
    "scipy",
    "statsmodels",
    "weasyprint",
}
REPORT = """
import atexit, sys
atexit.register(lambda: print(*sorted({name.partition(".")[0] for name in sys.modules})))
"""
BLOCK = """
class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {names!r}:
            raise ModuleNotFoundError(name, name=name)
sys.meta_path.insert(0, Blocked())
"""
EVERY_MODULE = """
import importlib, pkgutil
package = importlib.import_module({package!r})
def walk(path, prefix):
    for found in pkgutil.iter_modules(path, prefix):
        if found.name not in {but!r} and not found.name.endswith("__main__"):
            module = importlib.import_module(found.name)
            walk(getattr(module, "__path__", []), found.name + ".")
walk(package.__path__, {package!r} + ".")
"""


def imported_by(code: str, *, path: Path | None = None, expect: int = 0) -> set[str]:
    """The top-level modules that are there when the code has ended."""
    environment = {"PYTHONPATH": str(path or ""), "PATH": "", "LANG": "C.UTF-8"}
    run = subprocess.run(
        [sys.executable, "-c", REPORT + code],
        capture_output=True,
        text=True,
        env=environment,
        check=False,
    )
    assert run.returncode == expect, run.stderr
    return set(run.stdout.splitlines()[-1].split())


def imported_by_every_module_of(package: str, *, but: tuple[str, ...] = (), **where) -> set[str]:
    return imported_by(EVERY_MODULE.format(package=package, but=but), **where)


def imported_by_command(
    *words: str, expect: int = 0, not_installed: frozenset[str] = frozenset()
) -> set[str]:
    """What a command has imported, on a machine where `not_installed` cannot be imported."""
    code = f"sys.argv = {['waterpas', *words]!r}\nfrom waterpas.cli.main import run\nrun()"
    return imported_by(BLOCK.format(names=set(not_installed)) + code, expect=expect)
