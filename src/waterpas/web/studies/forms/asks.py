"""What a method takes: whom to compare with, and a field per further question that it asks."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from waterpas.codebooks.words import folded
from waterpas.explain.methods import Ask, Method
from waterpas.tallies.tally import UNKNOWN
from waterpas.texts import translate
from waterpas.web.studies.rules import LARGEST_GROUP
from waterpas.web.ui.languages import language_of_page

Columns = Mapping[str, tuple[str, Sequence[str]]]  # key to the name of a column and its levels
PREFIX = "ask_"
NONE = [("", _("geen"))]
NOTHING_CHOSEN = {
    "column": _("Kies een kolom."),
    "columns": _("Kies minstens één kolom."),
    "amounts": _("Kies een kolom."),
}
OF_THAT_COLUMN = _("Kies een waarde van de kolom die u daarboven koos.")
COLUMN_KINDS = {"column", "columns", "amounts"}
PICK = [("", _("Kies een kolom"))]
PICK_LEVEL = [("", _("Kies een waarde"))]
PICK_WHOM = ("", _("Kies met wie u vergelijkt"))
NOBODY_CHOSEN = ("", _("met niemand"))
OTHERS = [
    (LARGEST_GROUP, _("de grootste groep")),
    ("everybody", _("iedereen samen")),
    ("everybody-else", _("iedereen die niet in de groep zit")),
]


def others(method: Method | None) -> list[Any]:
    """Whom to compare with besides a group by its name."""
    named = [(kind, words) for kind, words in OTHERS if may_take(kind, method)]
    return [NOBODY_CHOSEN if method and method.together else PICK_WHOM, *named]


def may_take(kind: str, method: Method | None) -> bool:
    """Whether a method takes this kind of reference; the largest group is a group by its name."""
    wanted = "level" if kind == LARGEST_GROUP else kind
    return method is None or wanted in method.references


def field_of(ask: Ask, columns: Columns) -> forms.Field:
    """The field for one question of a method."""
    said = _said(ask)
    if ask.kind == "number":
        return forms.FloatField(
            initial=ask.default, min_value=ask.lowest, max_value=ask.highest, **said
        )
    names = [(key, name) for key, (name, _levels) in columns.items()]
    if ask.kind == "columns":
        return forms.MultipleChoiceField(choices=names, widget=forms.CheckboxSelectMultiple, **said)
    if ask.kind == "choice":
        lang = language_of_page()
        options = [(value, translate(words, lang)) for value, words in ask.options]
        return forms.ChoiceField(choices=options, initial=ask.default, **said)
    options, pick = names, PICK
    if ask.kind == "level":
        pick = PICK_LEVEL
        options = _levels_of(_fitting(ask, columns))
        said["error_messages"]["invalid_choice"] = OF_THAT_COLUMN
    return forms.ChoiceField(choices=[*(pick if ask.required else NONE), *options], **said)


def _fitting(ask: Ask, columns: Columns) -> Columns:
    """The columns of which a level may be the one that is asked for; all, where none can be or
    the question does not say which."""
    if ask.fits is None:
        return columns
    found = {
        key: (name, levels)
        for key, (name, levels) in columns.items()
        if ask.fits(level for level in levels if level != UNKNOWN)
    }
    return found or columns


def looked_for(ask: Ask, columns: Columns) -> str | None:
    """The key of the column that is called as the one that is asked for."""
    looks = ask.looks if ask.kind in COLUMN_KINDS else None
    return next((key for key, (name, _) in columns.items() if looks and looks(name)), None)


def level_looked_for(ask: Ask, columns: Columns, of: str) -> str | None:
    """The key of the level that is called as the one that is asked for, where there is just one,
    of the column with key `of`."""
    if ask.kind != "level" or not ask.looks or of not in columns:
        return None
    found = [at for at, level in enumerate(columns[of][1]) if ask.looks(level)]
    return f"{of}:{found[0]}" if len(found) == 1 else None


def two_alike(columns: Columns) -> tuple[str, ...]:
    """The keys of the two columns with the same levels, where there are just two such columns."""
    found: dict[frozenset[str], list[str]] = {}
    for key, (_name, levels) in columns.items():
        known = frozenset(folded(level) for level in levels if level != UNKNOWN)
        if len(known) > 1:
            found.setdefault(known, []).append(key)
    pairs = [keys for keys in found.values() if len(keys) > 1]
    return tuple(pairs[0]) if [len(keys) for keys in pairs] == [2] else ()


def _said(ask: Ask) -> dict[str, Any]:
    lang = language_of_page()
    return {
        "label": translate(ask.label, lang),
        "help_text": translate(ask.help, lang),
        "required": ask.required,
        "error_messages": {"required": NOTHING_CHOSEN[ask.kind]}
        if ask.kind in NOTHING_CHOSEN
        else {},
    }


def _levels_of(columns: Columns) -> list[Any]:
    return [
        (name, [(f"{key}:{at}", each) for at, each in enumerate(levels) if each != UNKNOWN])
        for key, (name, levels) in columns.items()
    ]


def settings_of(method: Method, data: Mapping[str, Any], columns: Columns) -> dict[str, object]:
    """What was chosen, as the measuring function takes it; what was left open is not there."""
    found = {ask.name: _value(ask, data.get(PREFIX + ask.name), columns) for ask in method.asks}
    return {name: value for name, value in found.items() if value not in (None, "", ())}


def _value(ask: Ask, given: Any, columns: Columns) -> object:
    if ask.kind == "columns":
        return tuple(columns[key][0] for key in given or ())
    if not given or ask.kind in {"choice", "number"}:
        return given
    key, _colon, at = given.partition(":")
    name, levels = columns[key]
    return levels[int(at)] if at else name


def asks_with(method: Method, data: Mapping[str, Any], key: str) -> list[str]:
    """The questions for which the column with this key was chosen; an empty key: none."""
    asked = [PREFIX + ask.name for ask in method.asks if ask.kind in COLUMN_KINDS]
    return [name for name in asked if key and key in _keys(data.get(name))]


def chosen_twice(method: Method, data: Mapping[str, Any]) -> dict[str, str]:
    """By its field: the question for which the same column was chosen, where that cannot be."""
    labels = {ask.name: ask.label for ask in method.asks}
    found = {}
    for ask in method.asks:
        mine, other = (set(_keys(data.get(PREFIX + each))) for each in (ask.name, ask.apart_from))
        if mine & other - {""}:
            found[PREFIX + ask.name] = translate(labels[ask.apart_from], language_of_page())
    return found


def in_a_role(method: Method, form: forms.Form) -> set[str]:
    """The keys of the columns that are chosen (beforehand, or by somebody) as something else than
    the groups."""
    asked = [PREFIX + ask.name for ask in method.asks if ask.kind in COLUMN_KINDS]
    return {key for name in asked for key in _keys(form[name].value()) if key}


def _keys(chosen: Any) -> list[str]:
    return chosen if isinstance(chosen, list) else [str(chosen or "")]


def half_chosen(method: Method, data: Mapping[str, Any]) -> dict[str, str]:
    """What is missing, by its field: a level of a chosen column, or the column of a level."""
    found = {}
    for ask in method.asks:
        level, of = data.get(PREFIX + ask.name), data.get(PREFIX + ask.of)
        if ask.kind == "level" and ask.of and level and not of:
            found[PREFIX + ask.of] = gettext("Kies ook de kolom waar u een waarde van koos.")
        if ask.with_of and of and not level:
            found[PREFIX + ask.name] = str(OF_THAT_COLUMN)
    return found


def wrong_level(method: Method, data: Mapping[str, Any]) -> str:
    """The question whose level is of another column than the one it is about; empty: none."""
    for ask in method.asks:
        level, of = data.get(PREFIX + ask.name), data.get(PREFIX + ask.of)
        if ask.kind == "level" and level and of and level.partition(":")[0] != of:
            return PREFIX + ask.name
    return ""
