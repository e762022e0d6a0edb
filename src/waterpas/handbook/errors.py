"""What can be wrong with a municipality's own handbook file, and with an id."""

from pathlib import Path
from typing import Literal

from waterpas.errors import InputError


class HandbookError(InputError):
    """Base class of the errors below; carries its sentence in Dutch and in English."""

    def __init__(self, dutch: str, english: str, /, **fields: object) -> None:
        super().__init__(dutch, **fields)
        self.english = english

    def text(self, lang: Literal["nl", "en"] = "nl", *, options: bool = False) -> str:
        """One sentence: what is wrong, where, and how to mend it."""
        return (self.message if lang == "nl" else self.english) % self.fields


class ItemUnknown(HandbookError, LookupError):
    """There is no item with this id, of ours or of the municipality."""

    def __init__(self, *, item: str) -> None:
        super().__init__(
            "Onderdeel %(item)s bestaat niet: `waterpas handbook` toont alle ids.",
            "Item %(item)s does not exist: `waterpas handbook` shows all ids.",
            item=item,
        )
        self.item = item


class ItemIdTaken(HandbookError):
    """A municipality may add items, never change ours."""

    def __init__(self, *, item: str, path: Path) -> None:
        super().__init__(
            "In %(file)s staat onderdeel %(item)s, maar dat id bestaat al: geef uw onderdeel een "
            "eigen id, bijvoorbeeld eigen-%(example)s.",
            "%(file)s holds item %(item)s, but that id exists already: give your item an id of its "
            "own, for example eigen-%(example)s.",
            file=path.name,
            item=item,
            example=item.casefold().removeprefix("eigen-"),
        )
        self.item = item
        self.path = path


class ExtraFileUnusable(HandbookError):
    """The file cannot be used as a list of own items; `where` is the place in it."""

    def __init__(self, *, path: Path, where: str, dutch: str, english: str) -> None:
        super().__init__(
            "%(file)s kan niet worden gebruikt: %(where)s%(dutch)s.",
            "%(file)s cannot be used: %(where)s%(english)s.",
            file=path.name,
            where=f"{where}: " if where else "",
            dutch=dutch,
            english=english,
        )
        self.path = path
        self.where = where
