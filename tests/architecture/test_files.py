"""Short files, locks without addresses, no machine's paths: tools/check_files.py finds each."""

import re
import tomllib

import pytest

from tools import ROOT, check_files
from tools.check_files import forbidden_words, project_files, too_long
from tools.skip_gate import LIST, read_list

A_REASON = re.compile(r'^\s*"[^"]+",?\s+# \S+')


def test_no_file_is_above_the_ceiling():
    assert too_long(ROOT, project_files(ROOT))[1] == []


def test_no_file_names_a_machine_or_a_registry():
    assert forbidden_words(ROOT, project_files(ROOT)) == []


def test_without_git_the_same_files_are_seen(tmp_path):
    made = [".venv/lib/long.py", "src/__pycache__/a.pyc", ".hypothesis/x", "build/b.py"]
    for name in ["src/a.py", ".ci/run", *made]:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()

    names = [path.relative_to(tmp_path).as_posix() for path in project_files(tmp_path)]

    assert names == [".ci/run", "src/a.py"]


def test_a_long_file_is_found(tmp_path):
    middle, long = tmp_path / "middle.py", tmp_path / "long.py"
    middle.write_text("x = 1\n" * (check_files.THINK + 1))
    long.write_text("x = 1\n" * (check_files.CEILING + 1))

    think, broken = too_long(tmp_path, [middle, long])

    assert [line.split(":")[0] for line in think] == ["middle.py"]
    assert [line.split(":")[0] for line in broken] == ["long.py"]


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("notes.md", "see /" + "home/piet/waterpas"),
        ("run.sh", "cd '/" + "root/x'"),
        ("web.lock", "django @ https" + "://example.test/django.whl"),
        ("readme.md", "from https://py" + "pi.org/simple"),
        ("pip.conf", "extra-index" + "-url = x"),
    ],
)
def test_a_planted_address_is_found(tmp_path, name, line):
    path = tmp_path / name
    path.write_text(f"first\n{line}\n")

    assert [found.split(":")[:2] for found in forbidden_words(tmp_path, [path])] == [[name, "2"]]


def test_ordinary_addresses_are_left_alone(tmp_path):
    path = tmp_path / "page.md"
    path.write_text(
        "https://www.cbs.nl/home/artikel and docs/wo" + "rk/plan.md and ~/ro" + "ot/x\n"
    )

    assert forbidden_words(tmp_path, [path]) == []


def dependency_lines(text: str) -> list[str]:
    """The lines of pyproject.toml that name a package that we lean on."""
    part = text[text.index("\ndependencies = [") : text.index("[project.scripts]")]
    return [line for line in part.splitlines() if re.match(r'\s+"', line)]


def test_every_dependency_says_what_it_is_for():
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    project = tomllib.loads(text)["project"]
    lines = dependency_lines(text)

    extras = project["optional-dependencies"].values()
    assert len(lines) == len(project["dependencies"]) + sum(map(len, extras))
    assert [line for line in lines if not A_REASON.match(line)] == []


def test_a_dependency_without_a_reason_is_found():
    text = '\ndependencies = [\n  "click>=8",  # the command line\n  "numpy",\n]\n[project.scripts]'

    bare = [line for line in dependency_lines(text) if not A_REASON.match(line)]

    assert bare == ['  "numpy",']


def missing_files(entries: dict[str, str]) -> list[str]:
    """Entries of may_skip.txt that point at nothing; what prove.py may leave out is no file."""
    names = [entry.split("::")[0] for entry in entries if not entry.endswith(" interpreter")]
    return [name for name in names if not (ROOT / name).exists()]


def test_every_entry_in_the_list_of_skips_points_at_a_test():
    assert missing_files(read_list(ROOT)) == []


def test_an_entry_that_points_at_nothing_is_found():
    planted = {"tests/gone.py::test_x": "gone", str(LIST): "there", "python3.12 interpreter": "x"}

    assert missing_files(planted) == ["tests/gone.py"]
