"""Where a tool is told to look away, or every error is caught, the reason stands beside it."""

import re

import pytest

from tools import ROOT

LOOKS_AWAY = re.compile(r"# (?:noqa: [A-Z0-9, ]+|type: ignore\[[a-z, -]+\])(?P<why>.*)$")
EVERY_ERROR = re.compile(r"^\s*except(?: (?:Base)?Exception(?: as \w+)?)?:(?P<why>.*)$")
A_REASON = re.compile(r"\s*(?:#|-+|\()\s*\w")


def without_reason(text):
    """The lines that say no reason, themselves or on the line above."""
    found, above = [], ""
    for line in text.splitlines():
        away = LOOKS_AWAY.search(line) or EVERY_ERROR.match(line)
        if away and not (A_REASON.match(away["why"]) or above.lstrip().startswith("# ")):
            found.append(line.strip())
        above = line
    return found


@pytest.mark.parametrize("folder", ["src", "tests", "tools"])
def test_every_exception_says_why(folder):
    found = {
        path.relative_to(ROOT).as_posix(): lines
        for path in sorted((ROOT / folder).rglob("*.py"))
        if path.name != "test_exceptions.py"
        and (lines := without_reason(path.read_text(encoding="utf-8")))
    }

    assert found == {}


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("import that  # noqa: F401", True),
        ("import that  # noqa: F401 - it registers itself", False),
        ("x = f(y)  # type: ignore[arg-type]", True),
        ("x = f(y)  # type: ignore[arg-type] # its types are wrong", False),
        ("# its types are wrong\nx = f(y)  # type: ignore[arg-type]", False),
        ("    except Exception as error:", True),
        ("    except Exception as error:  # whatever the library raises", False),
        ("    except:", True),
        ("    except OSError:", False),
    ],
)
def test_one_without_a_reason_is_found(line, found):
    assert bool(without_reason(line)) is found
