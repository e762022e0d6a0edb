"""Write requirements/*.lock from pyproject.toml, or check that they are current.

Each set holds the one before it, at the same versions. What a build needs is in the sets that
install the project in place. Lock files hold hashes and no address: they work with any index.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

from tools import ROOT
from tools.ci import in_ci

EXTRAS = {
    "library": (),
    "web": ("web", "reports"),
    "test": ("web", "reports", "test"),
    "bench": ("bench",),
}
OFFLINE = re.compile(r"dns error|error sending request|failed to fetch|connect", re.IGNORECASE)


class CannotCompile(Exception):
    """uv could not make a lock file; the message is what it said."""


def compile_lock(name: str, target: Path, upgrade: bool = False) -> None:
    """Let uv write one lock file; what stands in `target` already is kept where it can be."""
    command = [sys.executable, "-m", "uv", "pip", "compile", "pyproject.toml", "--quiet"]
    command += ["--universal", "--generate-hashes", "--no-header", "--output-file", str(target)]
    command += ["--upgrade"] if upgrade else []
    for extra in EXTRAS[name]:
        command += ["--extra", extra]
    smaller = [other for other in EXTRAS if set(EXTRAS[other]) < set(EXTRAS[name])]
    for other in smaller:
        command += ["--constraint", f"requirements/{other}.lock"]
    if smaller:
        command += ["-"]
    run = subprocess.run(
        command,
        check=False,
        cwd=ROOT,
        input="\n".join(build_requirements()),
        capture_output=True,
        text=True,
        env={**os.environ, "UV_PYTHON_DOWNLOADS": "never"},
    )
    if run.returncode:
        raise CannotCompile(run.stderr.strip())


def build_requirements() -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return list(project["build-system"]["requires"])


def write(upgrade: bool) -> None:
    for name in EXTRAS:
        compile_lock(name, ROOT / f"requirements/{name}.lock", upgrade)


def stale() -> list[str]:
    """The lock files that say something else than pyproject.toml asks for."""
    found = []
    with tempfile.TemporaryDirectory() as folder:
        for name in EXTRAS:
            current = (ROOT / f"requirements/{name}.lock").read_text(encoding="utf-8")
            fresh = Path(folder, f"{name}.lock")
            fresh.write_text(current, encoding="utf-8")
            compile_lock(name, fresh)
            if fresh.read_text(encoding="utf-8") != current:
                found.append(name)
    return found


def check() -> int:
    try:
        found = stale()
    except CannotCompile as problem:
        if not OFFLINE.search(str(problem)):
            print(problem)
            return 1
        print("Without a network it cannot be seen whether the lock files are current.")
        return 1 if in_ci() else 0
    for name in found:
        print(f"requirements/{name}.lock is not what pyproject.toml asks for: make lock")
    return 1 if found else 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("task", choices=["write", "check"])
    parser.add_argument("--upgrade", action="store_true", help="take the newest versions")
    chosen = parser.parse_args()
    if chosen.task == "check":
        return check()
    write(chosen.upgrade)
    return 0


if __name__ == "__main__":
    sys.exit(main())
