"""Everything that can be seen without running the tests: one line per check, all of them run."""

import os
import subprocess
import sys
import time
from pathlib import Path

from tools import ROOT

BIN = Path(sys.executable).parent
SETTINGS = "waterpas.web.config.settings"


def checks() -> dict[str, list[str]]:
    """Name and command of each check; Django's only when the platform is there."""
    python = [sys.executable, "-m"]
    found = {
        "format": [_bin("ruff"), "format", "--check"],
        "lint": [_bin("ruff"), "check"],
        "types": [_bin("mypy")],
        "layers": [_bin("lint-imports"), "--no-cache"],
        "files": [*python, "tools.check_files"],
        "lock files": [*python, "tools.locks", "check"],
        "translations": [*python, "tools.catalogues", "check"],
    }
    if any(ROOT.glob("src/waterpas/web/*/templates/**/*.html")):
        found["templates"] = [_bin("djlint"), "--lint", "--quiet", "src/waterpas/web"]
    if (ROOT / "src/waterpas/web/config/settings.py").exists():
        django = [*python, "django"]
        found["migrations"] = [*django, "makemigrations", "--check", "--dry-run"]
        found["django"] = [*django, "check"]
    return found


def _bin(name: str) -> str:
    return str(BIN / name)


def passes(name: str, command: list[str]) -> bool:
    """Run one check; say how long it took, and what it had to say."""
    start = time.monotonic()
    environment = {"DJANGO_SETTINGS_MODULE": SETTINGS, **os.environ}
    run = subprocess.run(
        command,
        check=False,
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    good = run.returncode == 0
    print(f"{'ok ' if good else 'BAD'}  {name:<14}{time.monotonic() - start:5.1f} s", flush=True)
    if not good or name == "files":
        print(run.stdout, end="", flush=True)
    return good


def main() -> int:
    bad = [name for name, command in checks().items() if not passes(name, command)]
    print(f"Not in order: {', '.join(bad)}" if bad else "All in order")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
