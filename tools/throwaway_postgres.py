"""A PostgreSQL server that lives as long as one command, or one `with` block.

    python tools/throwaway_postgres.py -- pytest tests/web

It listens on a unix socket in a temporary folder only, keeps nothing, and is always stopped.
PostgreSQL refuses to run as root; root therefore starts it as the user postgres.
"""

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

OWNER = "postgres"
UNSAFE_BUT_FAST = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"


class NoPostgres(Exception):
    """PostgreSQL is not there, or cannot be started by this user."""


def programs() -> Path | None:
    """The folder with initdb and pg_ctl; Debian does not put it in PATH."""
    newest_first = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=_version, reverse=True)
    for folder in newest_first:
        if (folder / "initdb").exists():
            return folder
    found = shutil.which("initdb")
    return Path(found).parent if found else None


def _version(folder: Path) -> float:
    name = folder.parent.name
    return float(name) if name.replace(".", "", 1).isdigit() else 0


@contextmanager
def throwaway_postgres() -> Iterator[str]:
    """Start a server with an empty database; give its URL."""
    bin_ = programs()
    if bin_ is None:
        raise NoPostgres("PostgreSQL is not installed: sudo apt-get install postgresql")
    as_owner = _as_owner()
    # Short and outside the repository: a path to a unix socket may have 107 characters.
    with tempfile.TemporaryDirectory(prefix="pg-", dir="/tmp") as folder:
        if as_owner:
            shutil.chown(folder, OWNER)
        data = str(Path(folder, "data"))
        create = [*as_owner, str(bin_ / "initdb"), "-D", data, "-A", "trust", "-U", OWNER]
        _run([*create, "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"], folder)
        control = [*as_owner, str(bin_ / "pg_ctl"), "-D", data, "-w"]
        options = f"-k {folder} -c listen_addresses='' {UNSAFE_BUT_FAST}"
        _run([*control, "-l", str(Path(folder, "log")), "-o", options, "start"], folder)
        try:
            yield f"postgresql://{OWNER}@/{OWNER}?host={folder}"
        finally:
            _run([*control, "-m", "immediate", "stop"], folder)


def _as_owner() -> list[str]:
    if os.geteuid():
        return []
    try:
        pwd.getpwnam(OWNER)
    except KeyError:
        raise NoPostgres(f"PostgreSQL does not run as root and there is no user {OWNER}") from None
    return ["runuser", "-u", OWNER, "--"]


def _run(command: list[str], folder: str) -> None:
    # The server keeps the standard output of pg_ctl open, so that goes to a file and not a pipe.
    output = Path(folder, f"{Path(command[-1]).name}.out")
    with output.open("w") as file:
        done = subprocess.run(command, check=False, cwd=folder, stdout=file, stderr=file)
    if done.returncode:
        raise NoPostgres(f"PostgreSQL could not be started or stopped: {output.read_text()[-500:]}")


def main(arguments: list[str]) -> int:
    command = arguments[1:] if arguments[:1] == ["--"] else arguments
    if not command:
        print(__doc__)
        return 2
    try:
        with throwaway_postgres() as url:
            environment = {**os.environ, "WATERPAS_DATABASE_URL": url}
            return subprocess.run(command, check=False, env=environment).returncode
    except NoPostgres as problem:
        print(problem, file=sys.stderr)
        return 3


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
