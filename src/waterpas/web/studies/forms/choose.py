"""Choose what is compared: at most three choices; the rest may stay as it is."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from waterpas.web.studies.forms.asks import asks_with, in_a_role
from waterpas.web.studies.forms.reference import Named, Options, ReferenceForm
from waterpas.web.studies.forms.table import TOTALS
from waterpas.web.studies.profile import (
    Column,
    Profile,
    first_guess,
    is_named_as_groups,
    looks_like_counts,
)
from waterpas.web.studies.rules import Counted

ROUNDINGS = [
    ("", _("niet afgerond")),
    ("5", _("op vijftallen")),
    ("10", _("op tientallen")),
    ("100", _("op honderdtallen")),
]


class ChooseForm(ReferenceForm):
    """Choose the outcome and the groups in a table that was read."""

    outcome = forms.ChoiceField(
        label=_("Welke uitkomst bekijkt u?"),
        help_text=_("Wij kozen alvast wat er het meest op lijkt. Kijk of het klopt."),
    )
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
            self._need_count(profile)
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
        free = self._without_a_role(groups)
        self._guess(free, numbers)
        self.too_few_groups = self._are_too_few(groups, numbers)
        # Of what was sent, a form says itself what is wrong; before that, all may have a role.
        roles = [c for c in groups if c not in free]
        must = self.method and not self.method.together and not self.is_bound
        self.only_in_a_role = [c.name for c in roles] if must and roles and not free else []

    def _without_a_role(self, groups: Sequence[Column]) -> list[Column]:
        """The columns that the method does not ask for as something else."""
        taken = in_a_role(self.method, self) if self.method else set()
        return [column for column in groups if str(column.place) not in taken]

    def _need_count(self, profile: Profile) -> None:
        field = self.fields["count"]
        field.required, field.help_text = True, self.fields["outcome"].help_text
        field.error_messages["required"] = _no_count(profile)

    def _are_too_few(self, groups: Sequence[Column], numbers: Sequence[Column]) -> bool:
        """Whether there is nothing to compare: no groups, or nothing beside the outcome."""
        has_outcome = "outcome" not in self.fields or len(numbers) > 1
        return len(groups) < (1 if has_outcome else 2)

    def _outcomes(self, groups: Sequence[Column], numbers: Sequence[Column]) -> None:
        cases: Options = [(str(c.place), c.name) for c in numbers]
        values: Options = [
            (c.name, [(f"{c.place}:{at}", f"{c.name} = {v.name}") for at, v in enumerate(c.levels)])
            for c in groups
            if c.levels and not self._is_place(c)
        ]
        counts = [(gettext("Een kolom met aantallen"), cases)] if cases else []
        self._set("outcome", [*counts, *values])
        if self.method and not self.method.outcome:
            del self.fields["outcome"]
            self.FIRST = tuple(name for name in self.FIRST if name != "outcome")

    def _is_place(self, column: Column) -> bool:
        """Whether its values are places by its name: where somebody lives is no outcome."""
        asked = self.method.groups if self.method else None
        return bool(asked and asked.looks and asked.looks(column.name))

    def _guess(self, groups: Sequence[Column], numbers: Sequence[Column]) -> None:
        across = None if self._has_one_group(groups) else first_guess(groups)
        self.initial.setdefault("across", str(across.place) if across else "")
        if not across and self.method and self.method.together:
            self.guessed |= {"across", "reference"}
        if across and (len(groups) == 1 or _is_the_only(across, groups)):
            self.guessed.add("across")
        numbers = self._guess_count(numbers)
        if numbers:
            self.initial.setdefault("outcome", str(numbers[0].place))
        if "count" in self.guessed and len(numbers) == 1:
            self.guessed.add("outcome")
        yes = [c for c in groups if c.yes is not None and c is not across]
        if yes and not numbers:
            self.initial.setdefault("outcome", f"{yes[0].place}:{yes[0].yes}")
            self.guessed |= {"outcome"} if len(yes) == 1 else set()

    def _has_one_group(self, groups: Sequence[Column]) -> bool:
        """Whether a column of words has one group in it, and no other is named as groups: then no
        other column takes its place unasked."""
        one = [c for c in self.profile.columns if c.is_the_same and not c.may_be_amounts]
        known = "across" in self.initial or any(map(is_named_as_groups, groups))
        if not self.method or not one or known:
            return False
        across = self._choice("across")
        if not self.method.together:
            self._put_first("across", ("", PICK_GROUPS))
            across.help_text = ONE_GROUP % {"column": one[0].name}
            across.error_messages["required"] = PICK_GROUPS
        return True

    def _guess_count(self, numbers: Sequence[Column]) -> list[Column]:
        """Guess which column counts people; gives the others that may be an outcome."""
        if not numbers:
            return []
        counts = next((c for c in numbers if looks_like_counts(c)), numbers[0])
        self.initial.setdefault("count", str(counts.place))
        if len(numbers) == 1 or looks_like_counts(counts):
            self.guessed.add("count")
        return [c for c in numbers if c is not counts]

    def clean(self) -> dict[str, Any]:
        data = super().clean()
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


PICK_GROUPS = _("Kies de kolom met de groepen.")
ONE_GROUP = _(
    "In kolom '%(column)s' staat maar één groep. Zo is er niets te vergelijken. Kies een andere "
    "kolom, of voeg in uw bestand de andere groepen toe."
)
NO_COUNT = _(
    "Kies de kolom met de aantallen. Rijen tellen wij hier niet: u zei dat het aantallen zijn."
)
NOTHING_TO_COUNT = _(
    "Wij vinden geen kolom met aantallen. Is elke rij één mens? Kies dan 'Andere tabel' en zeg dat."
)


def _is_the_only(column: Column, groups: Sequence[Column]) -> bool:
    """Whether this column says that it holds groups, and no other does."""
    return [each for each in groups if is_named_as_groups(each)] == [column]


def _named(column: Column) -> Named:
    return str(column.place), column.name, [each.name for each in column.levels]


def _no_count(profile: Profile) -> str:
    """Why nothing is counted: nobody chose the column with counts, or there is none."""
    return str(
        NO_COUNT if any(column.is_number for column in profile.columns) else NOTHING_TO_COUNT
    )
