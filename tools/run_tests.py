"""All tests in parallel, and a fixed part of those of the platform once more on PostgreSQL.

The order of the kinds stands in tests/conftest.py, the part in tools/postgres_part.py.
"""

import subprocess
import sys

from tools import ROOT
from tools.ci import in_ci
from tools.throwaway_postgres import main as on_postgres
from tools.throwaway_postgres import programs

PYTEST = [sys.executable, "-m", "pytest", "-n", "auto"]
ON_POSTGRES = [*PYTEST, "-p", "tools.postgres_part"]


def main() -> int:
    print("Tests", flush=True)
    everything = subprocess.run(PYTEST, check=False, cwd=ROOT).returncode
    return tests_on_postgres(whole=False) or everything


def tests_on_postgres(*, whole: bool) -> int:
    """The tests of the platform that use the database, on PostgreSQL: all, or the part."""
    if not any(ROOT.glob("tests/web/**/test_*.py")):
        return 0
    if programs() is None:
        print("Skipped: tests/web on PostgreSQL (sudo apt-get install postgresql)")
        return 1 if in_ci() else 0
    print("Tests of the platform on PostgreSQL", flush=True)
    return on_postgres(["--", *ON_POSTGRES, *(["--whole"] if whole else []), "tests/web"])


if __name__ == "__main__":
    sys.exit(main())
