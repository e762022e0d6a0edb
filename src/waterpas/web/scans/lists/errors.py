"""What can be wrong with the file of a list."""

from pathlib import Path

from waterpas.handbook import HandbookError


class ListUnusable(HandbookError):
    """The file cannot be used as a list of questions; `where` is the place in it."""

    def __init__(self, *, path: Path, where: str, dutch: str, english: str) -> None:
        super().__init__(
            "De vragenlijst %(file)s kan niet worden gebruikt: %(where)s%(dutch)s.",
            "The list of questions %(file)s cannot be used: %(where)s%(english)s.",
            file=path.name,
            where=f"{where}: " if where else "",
            dutch=dutch,
            english=english,
        )
        self.path = path
        self.where = where
