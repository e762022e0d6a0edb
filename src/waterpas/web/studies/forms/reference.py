"""Choose whom groups are compared with, and what the method asks: at most three choices first."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from waterpas.explain.methods import Method
from waterpas.texts import translate
from waterpas.web.studies.forms.asks import (
    OF_THAT_COLUMN,
    PREFIX,
    asks_with,
    chosen_twice,
    field_of,
    half_chosen,
    in_a_role,
    level_looked_for,
    looked_for,
    may_take,
    others,
    settings_of,
    two_alike,
    wrong_level,
)
from waterpas.web.studies.forms.first import ACROSS, first_of, is_left_open, taken, too_many
from waterpas.web.studies.rules import AUDIT, NOBODY, Choice
from waterpas.web.ui.languages import language_of_page

LEVELS = [("0.9", "90%"), ("0.95", "95%"), ("0.99", "99%")]
ALL_OR_GROUPS = _(
    "Met groepen ziet u ook of het voor elke groep even vaak is. Zonder groepen kijken wij naar "
    "alles samen."
)
PICK_GROUPS = _("Kies de kolom met de groepen.")
BY_THE_REFERENCE = _(
    "Leeg: de kolom van de groep waarmee u vergelijkt. Vergelijkt u met iedereen of met de "
    "grootste groep? Kies dan hier de kolom."
)
Options = list[tuple[Any, Any]]
Named = tuple[str, str, Sequence[str]]  # a column: its key, its name, its levels


class ReferenceForm(forms.Form):
    """Whom the groups are compared with, and why; the same for every kind of table."""

    across = forms.ChoiceField(
        label=_("Welke groepen vergelijkt u?"),
        help_text=_("Wij kozen alvast de kolom die het meest op groepen lijkt. Kijk of het klopt."),
    )
    reference = forms.ChoiceField(
        label=_("Met wie vergelijkt u?"),
        help_text=_("Kies wie de maat is, met een reden. Vaak is de grootste groep dat ongemerkt."),
        error_messages={
            "required": _("Kies met wie u vergelijkt."),
            "invalid_choice": _("Kies met wie u vergelijkt."),
        },
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
        self.guessed = set(self.initial)  # the fields of which we know well what is meant

    def _spare_groups(self) -> None:
        """Ask no column of groups apart where too much is asked: the group to compare with is of
        one. The choice stays, folded away, for who compares with everybody."""
        if too_many(self.FIRST, self, guessed=self.guessed):
            across = self.fields[ACROSS]
            across.required, across.help_text = False, BY_THE_REFERENCE
            self.guessed.add(ACROSS)

    def first(self) -> list[forms.BoundField]:
        """What everybody chooses: at most three choices, and the reason of one."""
        return [self[name] for name in first_of(self.FIRST, self, guessed=self.guessed)]

    def more(self) -> list[forms.BoundField]:
        """What may stay as it is; a choice of nothing is not shown."""
        first = {field.name for field in self.first()}
        return [
            self[name]
            for name, field in self.fields.items()
            if name not in first and not (name in {"by", "person"} and not _options(field))
        ]

    def taken(self) -> list[tuple[str, str]]:
        """What we chose for them, and folded away: the question, and the answer."""
        named = {*self.FIRST, *self.guessed}
        return list(taken(field for field in self.more() if field.name in named))

    @property
    def is_open_in_more(self) -> bool:
        """Whether the part that is folded away must be open."""
        return any(
            field.errors or (not self.is_bound and is_left_open(field)) for field in self.more()
        )

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
        self._columns = {key: (name, found) for key, name, found in (*columns, *few)}
        self._numbers = {key: (name, found) for key, name, found in numbers}
        if self.method:
            self._ask(self.method)
        self._set("reference", [*others(self.method), *self._levels(columns)])
        if chosen := self._columns.get(str(self.data.get(ACROSS, ""))):
            wrong = _of_the_groups(chosen[0].replace("%", "%%"))  # Django fills it once more
            self.fields["reference"].error_messages["invalid_choice"] = wrong
        if self.method:
            self._leave_out(self.method)

    def _levels(self, columns: Sequence[Named]) -> Options:
        """The groups to compare with: of the columns that have no other role."""
        if not may_take("level", self.method):
            return []
        chosen = str(self.data.get("across", ""))
        taken = in_a_role(self.method, self) - {chosen} if self.method else set()
        return [
            (name, [(f"{key}:{at}", level) for at, level in enumerate(found)])
            for key, name, found in columns
            if found and key not in taken
        ]

    def _ask(self, method: Method) -> None:
        """Ask what the method asks; it says itself within which columns is compared."""
        self.fields["by"] = forms.MultipleChoiceField(required=False, choices=[])
        for ask in method.asks:
            offered = self._numbers if ask.kind == "amounts" else self._columns
            self.fields[PREFIX + ask.name] = field_of(ask, offered)
            of = str(self.initial.get(PREFIX + ask.of, ""))
            if key := looked_for(ask, offered) or level_looked_for(ask, offered, of):
                self._expect(PREFIX + ask.name, key)
        for ask in method.asks:
            self._expect_alike(PREFIX + ask.same_as, PREFIX + ask.name)
        asked = [PREFIX + ask.name for ask in method.asks if ask.first]
        # What has no groups by itself asks for its own columns before it asks for groups.
        self.FIRST = (*asked, *self.FIRST) if method.together else (*self.FIRST, *asked)

    def _expect_alike(self, *both: str) -> None:
        """Choose two columns with the same levels beforehand, where names said nothing."""
        if both[0] in self.fields and not self.guessed & set(both):
            for name, key in zip(both, two_alike(self._columns), strict=False):
                self._expect(name, key)

    def _leave_out(self, method: Method) -> None:
        """Ask for groups in the words of the method, and with whom to compare only if it does."""
        if method.groups:
            field = field_of(method.groups, {})
            self.fields["across"].label = field.label
            self.fields["across"].help_text = field.help_text
            if key := looked_for(method.groups, self._columns):
                self.initial["across"] = key
                self.guessed.add("across")
        if method.together:
            self._may_do_without_groups(method)
        if not method.references:
            del self.fields["reference"], self.fields["because"]
            self.FIRST = tuple(name for name in self.FIRST if name in self.fields)

    def _may_do_without_groups(self, method: Method) -> None:
        across = self._choice("across")
        across.help_text = ALL_OR_GROUPS
        across.required = self.fields["reference"].required = False
        nobody = ("", translate(method.together, language_of_page()))
        self._put_first("across", nobody)

    def _expect(self, name: str, key: str) -> None:
        """Choose this beforehand, unless something is chosen: we know well that it is meant."""
        self.initial.setdefault(name, key)
        self.guessed.add(name)

    def _set(self, name: str, choices: Options) -> None:
        self._choice(name).choices = choices

    def _put_first(self, name: str, choice: tuple[str, Any]) -> None:
        """One more to choose from, before all that are there."""
        there = self._choice(name).choices
        self._set(name, [choice, *(there if isinstance(there, Iterable) else ())])

    def _choice(self, name: str) -> forms.ChoiceField:
        """A field of this form that is chosen from a list."""
        field = self.fields[name]
        if not isinstance(field, forms.ChoiceField):
            raise TypeError(f"{name} is not chosen from a list")
        return field

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        key, _colon, _at = data.get("reference", "").partition(":")
        if not data.get("across") and not (self.method and self.method.together):
            self._across_of(key, data)
        if key in self._columns and data.get("across") in self._columns and key != data["across"]:
            self.add_error("reference", _of_the_groups(self._columns[data["across"]][0]))
        if self.method:
            self._check_asked(self.method, data)
        if self.method and self.method.together:
            self._check_together(data)
        if data.get("across") in data.get("by", []):
            data["by"] = [each for each in data["by"] if each != data["across"]]
        return data

    def _across_of(self, key: str, data: dict[str, Any]) -> None:
        """The groups are those of the one to compare with; with everybody, they must be chosen."""
        if key in self._columns:
            data["across"] = key
        elif "across" not in self.errors:
            self.add_error("across", PICK_GROUPS)

    def _check_together(self, data: dict[str, Any]) -> None:
        """Groups need somebody to compare with; all together are compared with nobody."""
        if data.get("across") and "reference" in data and not data["reference"]:
            self.add_error("reference", gettext("Kies met wie u vergelijkt."))
        if not data.get("across") and (data.get("reference") or data.get("because")):
            self.add_error(
                "across",
                gettext("Kies ook de kolom met de groepen, of kies niet met wie u vergelijkt."),
            )

    def _check_asked(self, method: Method, data: dict[str, Any]) -> None:
        if wrong := wrong_level(method, data):
            self.add_error(wrong, OF_THAT_COLUMN)
        for name, missing in half_chosen(method, data).items():
            if name not in self.errors:
                self.add_error(name, missing)
        for name, label in chosen_twice(method, data).items():
            said = gettext("Deze kolom koos u ook bij '%(label)s'. Kies een andere.")
            self.add_error(name, said % {"label": label})
        for name in asks_with(method, data, str(data.get("across", ""))):
            self.add_error(name, gettext("Dit is al de kolom met de groepen. Kies een andere."))

    def choice(self) -> Choice:
        """What was chosen."""
        data = self.cleaned_data
        name, levels = self._columns.get(data["across"], ("", ()))
        key, _colon, at = (data.get("reference") or NOBODY).partition(":")
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


def _of_the_groups(name: str) -> str:
    return gettext("Kies een groep van de kolom '%(name)s'.") % {"name": name}


def _options(field: forms.Field) -> list[Any]:
    return [value for value, _label in getattr(field, "choices", []) if value]
