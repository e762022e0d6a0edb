"""The main menu: each app offers its own entry; the menu shows what somebody may see."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: its place, its words, its route, what is needed, and the apps it stands for."""

    place: int
    text: str | Promise
    route: str
    permission: str
    apps: tuple[str, ...]


_ENTRIES: dict[str, Entry] = {}


def register_entry(entry: Entry) -> None:
    """Add an entry; called at start-up by the app it belongs to."""
    _ENTRIES[entry.route] = entry


def menu(request: HttpRequest) -> dict[str, object]:
    """The entries for this person, with which one is current."""
    may: Callable[[str], bool] | None = getattr(request.user, "may", None)
    if may is None:
        return {"menu": []}
    shown = [entry for entry in _ENTRIES.values() if may(entry.permission)]
    return {"menu": [_shown(entry, request) for entry in sorted(shown, key=lambda e: e.place)]}


def _shown(entry: Entry, request: HttpRequest) -> dict[str, object]:
    match = request.resolver_match
    current = ""
    if match and match.view_name == entry.route:
        current = "page"
    elif match and match.app_name in entry.apps:
        current = "true"
    return {"text": entry.text, "url": reverse(entry.route), "current": current}
