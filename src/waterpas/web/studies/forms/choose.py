"""Choose what is compared: three choices with a default; the rest may stay as it is."""

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from waterpas.explain.methods import Method
from waterpas.web.studies.forms.asks import (
    PREFIX,
    asks_with,
    field_of,
    half_chosen,
    looked_for,
    may_take,
    others,
    settings_of,
    wrong_level,
)
from waterpas.web.studies.forms.table import TOTALS
from waterpas.web.studies.profile import (
    Column,
    Profile,
    first_guess,
    looks_like_counts,
)
from waterpas.web.studies.rules import AUDIT, NOBODY, Choice, Counted

LEVELS = [("0.9", "90%"), ("0.95", "95%"), ("0.99", "99%")]
ROUNDINGS = [
    ("", _("niet afgerond")),
    ("5", _("op vijftallen")),
    ("10", _("op tientallen")),
    ("100", _("op honderdtallen")),
]
Options = list[tuple[Any, Any]]
Named = tuple[str, str, Sequence[str]]  # a column: its key, its name, its levels


class ReferenceForm(forms.Form):
    """Whom the groups are compared with, and why; the same for every kind of table."""

    across = forms.ChoiceField(label=_("Welke groepen vergelijkt u?"))
    reference = forms.ChoiceField(
        label=_("Met wie vergelijkt u?"),
        help_text=_("Kies wie de maat is, met een reden. Vaak is de grootste groep dat ongemerkt."),
        error_messages={"required": _("Kies met wie u vergelijkt.")},
    )
    because = forms.CharField(
        label=_("Waarom daarmee?"),
        help_text=_("Dit komt bij het resultaat te staan."),
        max_length=300,
        required=False,
    )
    by = forms.MultipleChoiceField(
        label=_("Vergelijk binnen"),
        help_text=_("Bijvoorbeeld binnen elke wijk. Elke groep wordt dan kleiner."),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    level = forms.ChoiceField(
        label=_("Hoe zeker moeten de grenzen zijn?"), choices=LEVELS, initial="0.95"
    )
    FIRST: tuple[str, ...] = ("across", "reference", "because")

    def __init__(self, *args: Any, method: Method | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.method = method

    def first(self) -> Iterator[forms.BoundField]:
        """What everybody chooses."""
        return (self[name] for name in self.FIRST)

    def more(self) -> list[forms.BoundField]:
        """What may stay as it is; a choice of nothing is not shown."""
        return [
            self[name]
            for name, field in self.fields.items()
            if name not in self.FIRST and not (name in {"by", "person"} and not _options(field))
        ]

    @property
    def has_errors_in_more(self) -> bool:
        """Whether the part that is folded away must be open."""
        return any(field.errors for field in self.more())

    def _offer(
        self, columns: Sequence[Named], numbers: Sequence[Named] = (), few: Sequence[Named] = ()
    ) -> None:
        """Offer columns (key, name, levels) as groups, and their levels to compare with.

        A method that asks for it may take `numbers` as amounts, and those of them with `few`
        values wherever it asks for a column.
        """
        choices: Options = [(key, name) for key, name, _levels in columns]
        self._set("across", choices)
        self._set("by", choices)
        levels: Options = [
            (name, [(f"{key}:{at}", level) for at, level in enumerate(found)])
            for key, name, found in columns
            if found
        ]
        self._set(
            "reference", [*others(self.method), *(levels if may_take("level", self.method) else [])]
        )
        self._columns = {key: (name, found) for key, name, found in (*columns, *few)}
        self._numbers = {key: (name, found) for key, name, found in numbers}
        if self.method:
            self._ask(self.method)
            self._leave_out(self.method)

    def _ask(self, method: Method) -> None:
        """Ask what the method asks; it says itself within which columns is compared."""
        self.fields["by"] = forms.MultipleChoiceField(required=False, choices=[])
        for ask in method.asks:
            offered = self._numbers if ask.kind == "amounts" else self._columns
            self.fields[PREFIX + ask.name] = field_of(ask, offered)
            if key := looked_for(ask, offered):
                self.initial.setdefault(PREFIX + ask.name, key)
        asked = (PREFIX + ask.name for ask in method.asks if ask.first)
        self.FIRST = (*self.FIRST, *asked)

    def _leave_out(self, method: Method) -> None:
        """Ask for groups in the words of the method, and with whom to compare only if it does."""
        if method.groups:
            field = field_of(method.groups, {})
            self.fields["across"].label = field.label
            self.fields["across"].help_text = field.help_text
            if key := looked_for(method.groups, self._columns):
                self.initial["across"] = key
        if not method.references:
            del self.fields["reference"], self.fields["because"]
            self.FIRST = tuple(name for name in self.FIRST if name in self.fields)

    def _set(self, name: str, choices: Options) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        key, _colon, _at = data.get("reference", "").partition(":")
        if key in self._columns and data.get("across") in self._columns and key != data["across"]:
            name = self._columns[data["across"]][0]
            self.add_error(
                "reference", gettext("Kies een groep van de kolom '%(name)s'.") % {"name": name}
            )
        if self.method:
            self._check_asked(self.method, data)
        if data.get("across") in data.get("by", []):
            data["by"] = [each for each in data["by"] if each != data["across"]]
        return data

    def _check_asked(self, method: Method, data: dict[str, Any]) -> None:
        if wrong := wrong_level(method, data):
            self.add_error(wrong, gettext("Kies een waarde van de kolom die u daarboven koos."))
        for name, missing in half_chosen(method, data).items():
            if name not in self.errors:
                self.add_error(name, missing)
        for name in asks_with(method, data, str(data.get("across", ""))):
            self.add_error(name, gettext("Dit is al de kolom met de groepen. Kies een andere."))

    def choice(self) -> Choice:
        """What was chosen."""
        data = self.cleaned_data
        name, levels = self._columns[data["across"]]
        key, _colon, at = data.get("reference", NOBODY).partition(":")
        every = self._numbers | self._columns
        settings = settings_of(self.method, data, every) if self.method else {}
        by = tuple(self._columns[each][0] for each in data["by"])
        asked = self.method.columns(settings) if self.method else by
        return Choice(
            across=name,
            reference_kind="level" if at else key,
            reference=levels[int(at)] if at else "",
            because=data.get("because", ""),
            by=tuple(each for each in asked if each != name),
            level=float(data["level"]),
            kind=self.method.id if self.method else AUDIT,
            settings=settings,
        )


def _options(field: forms.Field) -> list[Any]:
    return [value for value, _label in getattr(field, "choices", []) if value]


class ChooseForm(ReferenceForm):
    """Choose the outcome and the groups in a table that was read."""

    outcome = forms.ChoiceField(label=_("Welke uitkomst bekijkt u?"))
    count = forms.ChoiceField(
        label=_("Welke kolom zegt hoeveel mensen het zijn?"),
        help_text=_("Alleen bij een tabel met aantallen."),
        required=False,
    )
    rounded_to = forms.ChoiceField(
        label=_("Zijn die aantallen afgerond?"), choices=ROUNDINGS, required=False
    )
    totals = forms.ChoiceField(
        label=_("En als er rijen met totalen in staan?"), choices=TOTALS, required=False
    )
    person = forms.ChoiceField(
        label=_("Welke kolom zegt wie het is?"),
        help_text=_("Alleen als één mens in meer rijen kan staan. Wij bewaren die kolom niet."),
        required=False,
    )
    FIRST: tuple[str, ...] = ("outcome", "across", "reference", "because")
    field_order = ("outcome", "across", "reference", "because", "by")

    def __init__(self, *args: Any, profile: Profile, has_counts: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.profile = profile
        self.has_counts = has_counts
        if has_counts:
            self.FIRST = ("count", *self.FIRST)
        every = [c for c in profile.columns if c.is_number]
        numbers = every if has_counts else []
        groups = [c for c in profile.columns if c.is_group and (c not in numbers or c.is_period)]
        few = [c for c in every if c.is_group and c not in groups]
        if self.method and self.method.groups:
            groups = [c for c in profile.columns if c not in numbers and c.may_be_places]
        amounts = [c for c in profile.columns if c.may_be_amounts]
        self._offer(*(list(map(_named, each)) for each in (groups, amounts, few)))
        self._outcomes(groups, numbers)
        nothing = [("", _("geen"))]
        unchosen = [("", _("Kies een kolom"))] if has_counts else nothing
        self._set("count", [*unchosen, *((str(c.place), c.name) for c in numbers)])
        many = [c for c in profile.columns if not c.levels]
        self._set("person", [*nothing, *((str(c.place), c.name) for c in many)])
        self._guess(groups, numbers)

    def _outcomes(self, groups: Sequence[Column], numbers: Sequence[Column]) -> None:
        cases: Options = [(str(c.place), c.name) for c in numbers]
        values: Options = [
            (c.name, [(f"{c.place}:{at}", f"{c.name} = {v.name}") for at, v in enumerate(c.levels)])
            for c in groups
            if c.levels
        ]
        counts = [(gettext("Een kolom met aantallen"), cases)] if cases else []
        self._set("outcome", [*counts, *values])
        if self.method and not self.method.outcome:
            del self.fields["outcome"]
            self.FIRST = tuple(name for name in self.FIRST if name != "outcome")

    def _guess(self, groups: Sequence[Column], numbers: Sequence[Column]) -> None:
        across = first_guess(groups)
        self.initial.setdefault("across", str(across.place) if across else "")
        if numbers:
            counts = next((c for c in numbers if looks_like_counts(c)), numbers[0])
            self.initial.setdefault("count", str(counts.place))
        if len(numbers) > 1:
            cases = next(c for c in numbers if c is not counts)
            self.initial.setdefault("outcome", str(cases.place))
            return
        yes = next((c for c in groups if c.yes is not None and c is not across), None)
        if yes:
            self.initial.setdefault("outcome", f"{yes.place}:{yes.yes}")

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if self.has_counts and not data.get("count"):
            self.add_error("count", _no_count(self.profile))
        outcome = data.get("outcome", "").partition(":")[0]
        if outcome and outcome in {data.get("across"), *data.get("by", [])}:
            self.add_error("outcome", gettext("De uitkomst en de groepen zijn dezelfde kolom."))
        for name in asks_with(self.method, data, outcome) if self.method else ():
            self.add_error(name, gettext("Dit is de kolom met de uitkomst. Kies een andere."))
        if outcome and outcome == data.get("count"):
            self.add_error(
                "outcome", gettext("De uitkomst en het aantal mensen zijn dezelfde kolom.")
            )
        for name in asks_with(self.method, data, data.get("count", "")) if self.method else ():
            self.add_error(name, gettext("Dit is de kolom met de aantallen. Kies een andere."))
        return data

    def counted(self) -> Counted:
        """How the rows become a tally."""
        data = self.cleaned_data
        names = {str(column.place): column for column in self.profile.columns}
        key, _colon, at = data.get("outcome", "").partition(":")
        level = f"={names[key].levels[int(at)].name}" if at else ""
        return Counted(
            outcome=names[key].name + level if key else None,
            count=names[data["count"]].name if data["count"] else None,
            person=names[data["person"]].name if data["person"] else None,
            rounded_to=int(data["rounded_to"]) if data["rounded_to"] and data["count"] else None,
            totals=data["totals"] or None,
            sheet=self.profile.sheet or None,
        )


NO_COUNT = _(
    "Kies de kolom met de aantallen. Rijen tellen wij hier niet: u zei dat het aantallen zijn."
)
NOTHING_TO_COUNT = _(
    "Wij vinden geen kolom met aantallen. Is elke rij één mens? Kies dan 'Andere tabel' en zeg dat."
)


def _named(column: Column) -> Named:
    return str(column.place), column.name, [each.name for each in column.levels]


def _no_count(profile: Profile) -> str:
    """Why nothing is counted: nobody chose the column with counts, or there is none."""
    return str(
        NO_COUNT if any(column.is_number for column in profile.columns) else NOTHING_TO_COUNT
    )
