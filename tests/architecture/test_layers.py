"""The contracts in .importlinter hold, and each finds the fault it is there for."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tools import ROOT

BIN = Path(sys.executable).parent

# Where a line is planted, the line, and the words of the contract that must break.
FAULTS = {
    "upward": ("errors.py", "import waterpas.tallies.tally", "Imports point down; the platform"),
    "sideways": ("handbook/__init__.py", "import waterpas.tallies", "Imports point down; the pl"),
    "routebook": ("tallies/__init__.py", "import waterpas.routebook", "Imports point down; the p"),
    "routebook-sideways": (
        "routebook/model.py",
        "import waterpas.explain",
        "Imports point down; th",
    ),
    "handbook": ("tallies/__init__.py", "import waterpas.handbook", "does not lean on handbook"),
    "django": ("results/values.py", "import django", "know nothing of Django"),
    "platform": ("cli/main.py", "import waterpas.web.ui", "know nothing of Django"),
    "app": ("web/ui/apps.py", "import waterpas.web.studies", "Inside the platform"),
    "bridge": ("web/ui/apps.py", "import waterpas.measure", "only the apps that measure"),
    "in-app": ("web/studies/rules.py", "import waterpas.web.studies.apps", "Rules are plain"),
    "in-app-upward": (
        "web/studies/models.py",
        "import waterpas.web.studies.views",
        "Inside an app",
    ),
    "app-in-app": (
        "web/scans/decision_points/models.py",
        "import waterpas.web.scans.decision_points.views",
        "Inside an app",
    ),
    "app-in-app-rules": (
        "web/scans/combinations/rules.py",
        "import waterpas.web.scans.combinations.models",
        "Rules are plain",
    ),
    "circle": ("results/values.py", "import waterpas.tallies.tally", "No circles between siblings"),
    "circle-of-apps": ("web/ui/apps.py", "import waterpas.web.studies.views", "No circles betw"),
    "new-room": ("gadgets.py", "", "Imports point down; the platform"),
    "new-app": ("web/gadgets.py", "", "Inside the platform"),
}


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [BIN / "lint-imports", "--no-cache", "--config", ROOT / ".importlinter"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def copy(tmp_path):
    shutil.copytree(
        ROOT / "src/waterpas",
        tmp_path / "waterpas",
        ignore=shutil.ignore_patterns("__pycache__", "static", "data", "locale", "templates"),
    )
    return tmp_path


def test_the_house_holds():
    run = lint_imports(ROOT / "src")

    assert run.returncode == 0, run.stdout


def test_every_folder_with_code_is_a_package():
    """Without __init__.py the contracts take the modules in it for the root package."""
    folders = {path.parent for path in (ROOT / "src/waterpas").rglob("*.py")}

    assert [folder.name for folder in folders if not (folder / "__init__.py").exists()] == []


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_is_found(copy, fault):
    place, line, contract = FAULTS[fault]
    with (copy / "waterpas" / place).open("a") as file:
        file.write(f"\n{line}\n")

    run = lint_imports(copy)

    assert run.returncode == 1
    broken = [line for line in run.stdout.splitlines() if " BROKEN" in line]
    assert any(contract in line for line in broken), run.stdout
