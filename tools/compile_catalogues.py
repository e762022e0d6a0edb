"""Compile the English catalogues (.po) to what gettext reads (.mo), when the package is built."""

from pathlib import Path
from typing import Any

import polib
from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


def compile_all(root: Path) -> list[Path]:
    """Write a .mo file beside every .po file below `root`; return what was written."""
    written = []
    for catalogue in sorted(root.rglob("*.po")):
        target = catalogue.with_suffix(".mo")
        polib.pofile(str(catalogue)).save_as_mofile(str(target))
        written.append(target)
    return written


class CompileCatalogues(BuildHookInterface[BuilderConfig]):
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        compile_all(Path(self.root) / "src")


if __name__ == "__main__":
    for path in compile_all(Path(__file__).parents[1] / "src"):
        print(path.name, path.parent.parent.name)
