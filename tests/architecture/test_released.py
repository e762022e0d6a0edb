"""One way out for figures: only `waterpas.disclosure` makes a Released."""

import ast
from pathlib import Path

from tools import ROOT

SOURCE = ROOT / "src/waterpas"


def makes_released(source: str) -> list[int]:
    """The lines that call Released, or that hand it on to something that could."""
    return [
        node.lineno
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and _name(node.func) == "Released"
    ]


def _name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def outside_disclosure(root: Path) -> list[Path]:
    return [path for path in root.rglob("*.py") if root / "disclosure" not in path.parents]


def test_only_disclosure_makes_a_released_figure():
    made = {
        f"{path.relative_to(SOURCE)}:{line}"
        for path in outside_disclosure(SOURCE)
        for line in makes_released(path.read_text(encoding="utf-8"))
    }

    assert made == set()


def test_a_planted_maker_is_found():
    """Positive control, with the name and with its module before it."""
    assert makes_released("x = Released(result, 'public', 10, 0)") == [1]
    assert makes_released("import a\n\ny = a.disclosure.Released(1)") == [3]
    assert makes_released("def show(figure: Released) -> Released: ...") == []
