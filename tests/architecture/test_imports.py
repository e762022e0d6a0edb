"""The library stands without Django, and starts without anything heavy."""

import pytest

from tests.architecture.imports import (
    HEAVY,
    imported_by,
    imported_by_command,
    imported_by_every_module_of,
)
from waterpas.cli.main import cli

FILES = [name for name in ("audit", "chain") if name in cli.list_commands(None)]
NOT_NEEDED = frozenset({"numpy", "pandas", "polars", "pyarrow", "scipy", "statsmodels"})
COLUMNS = {"audit": ["--outcome", "gekozen=ja"], "chain": ["--step", "gekozen", "--step", "fout"]}


def test_no_module_outside_the_platform_imports_django():
    assert "django" not in imported_by_every_module_of("waterpas", but=("waterpas.web",))


def test_importing_the_package_imports_nothing_heavy():
    assert not imported_by("import waterpas") & HEAVY


def test_help_imports_nothing_heavy():
    assert not imported_by_command("--help") & HEAVY


@pytest.mark.parametrize("command", sorted(cli.list_commands(None)))
def test_help_of_a_command_imports_nothing_heavy(command):
    assert not imported_by_command(command, "--help") & HEAVY


@pytest.mark.parametrize("command", FILES)
def test_figures_from_a_csv_need_no_numpy_scipy_or_pandas(command, tmp_path):
    table = tmp_path / "besluiten.csv"
    rows = ["ja,nee,A", "ja,ja,A", "nee,nee,A", "ja,ja,B", "nee,nee,B", "ja,nee,B"] * 20
    table.write_text("\n".join(["gekozen,fout,groep", *rows]))

    call = [command, str(table), "--across", "groep", "--reference", "A", *COLUMNS[command]]
    seen = imported_by_command(*call, not_installed=NOT_NEEDED)

    assert "duckdb" in seen
    assert not seen & NOT_NEEDED


@pytest.mark.parametrize("command", FILES)
def test_figures_from_a_csv_import_no_scipy_where_it_is_there(command, tmp_path):
    """DuckDB looks whether numpy and pandas are there; we ask for neither, nor for scipy."""
    table = tmp_path / "besluiten.csv"
    table.write_text("\n".join(["gekozen,fout,groep", *["ja,ja,A", "nee,nee,A", "ja,ja,B"] * 9]))
    call = [command, str(table), "--across", "groep", "--reference", "A", *COLUMNS[command]]

    assert not imported_by_command(*call) & {"scipy", "statsmodels"}


def test_a_heavy_import_in_any_module_is_found(tmp_path):
    """Positive control: a package that imports Django two folders down."""
    inner = tmp_path / "planted" / "deep" / "deeper.py"
    inner.parent.mkdir(parents=True)
    (tmp_path / "planted" / "__init__.py").touch()
    (inner.parent / "__init__.py").touch()
    inner.write_text("import django")

    assert "django" in imported_by_every_module_of("planted", path=tmp_path)
    assert "django" not in imported_by_every_module_of(
        "planted", but=("planted.deep",), path=tmp_path
    )
