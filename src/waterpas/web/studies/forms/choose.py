"""Choose what is compared: at most three choices; the rest may stay as it is."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from waterpas.web.studies.forms.asks import NOTHING_CHOSEN, PICK, asks_with, in_a_role
from waterpas.web.studies.forms.reference import PICK_GROUPS, Named, Options, ReferenceForm
from waterpas.web.studies.forms.table import TOTALS
from waterpas.web.studies.named import is_named_as_groups, named_counts, named_groups
from waterpas.web.studies.profile import Column, Profile
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
        error_messages={"required": _("Kies welke uitkomst u bekijkt.")},
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
    unsure_of_groups = False
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
        if all(c.yes is not None for c in groups):  # then numbers may be what the groups are called
            groups += [c for c in numbers if c not in groups and c.may_name_groups(profile.rows)]
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
        self.has_groups = bool(groups)
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
        spare = [c for c in numbers if c not in groups]
        has_outcome = "outcome" not in self.fields or len(spare) > 1
        return len(groups) < (1 if has_outcome else 2)

    def _outcomes(self, groups: Sequence[Column], numbers: Sequence[Column]) -> None:
        cases: Options = [(str(c.place), c.name) for c in numbers]
        values: Options = [
            (c.name, [(f"{c.place}:{at}", f"{c.name} = {v.name}") for at, v in enumerate(c.levels)])
            for c in groups
            if c.levels and not self._is_place(c) and not c.is_about_persons
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
        """Choose beforehand what is nearly sure. The rest is asked, and nothing is chosen."""
        across = self._guess_groups(groups)
        spare = self._guess_count(numbers)
        yes = [f"{c.place}:{c.yes}" for c in groups if c.yes is not None and c is not across]
        cases = [str(c.place) for c in spare if "count" in self.guessed and not c.numbers_rows]
        other = [c for c in groups if c.says_two_things and c is not across]
        found = yes or ([] if other else cases)
        if len(found) == 1:
            self._expect("outcome", found[0])
        elif "outcome" in self.fields:
            self._put_first("outcome", ("", PICK_OUTCOME))
            self.fields["outcome"].help_text = UNSURE_OUTCOME
        if self.unsure_of_groups:
            self._spare_groups()
        if self.is_bound:
            self._leave_guesses_unsaid()

    def _leave_guesses_unsaid(self) -> None:
        """Of what somebody chose, no longer say that we chose it, or that we chose nothing."""
        for name in {"outcome", "across", "count"} & set(self.fields):
            field, chosen = self.fields[name], self[name].value()
            ours = (*UNSURE, *(ChooseForm.base_fields[each].help_text for each in OURS))
            if chosen and chosen != self.initial.get(name) and field.help_text in ours:
                field.help_text = ""

    def _guess_groups(self, groups: Sequence[Column]) -> Column | None:
        """The column with the groups, where it is nearly sure which."""
        one = self._only_group(groups)
        across = None if one else self._sure_groups(groups)
        together = bool(self.method and self.method.together)
        self.initial.setdefault("across", "")
        if across:
            self.initial["across"] = str(across.place)
            self.guessed.add("across")
        elif together and (one or not groups):
            self.guessed |= {"across", "reference"}
        elif one and not together:
            self._pick_groups(ONE_GROUP % {"column": one.name})
        elif not together:
            self._ask_groups()
        return across

    def _ask_groups(self) -> None:
        """Choose no column beforehand; places are asked for in the words of the method."""
        self.unsure_of_groups = True
        if self.method and self.method.groups:
            self._put_first("across", PICK[0])
            self.fields["across"].error_messages["required"] = NOTHING_CHOSEN["column"]
            return
        self._pick_groups(UNSURE_GROUPS)

    def _pick_groups(self, why: Any) -> None:
        """Choose no column with groups beforehand, and tell why."""
        self._put_first("across", ("", PICK_GROUPS))
        self.fields["across"].help_text = why
        self.fields["across"].error_messages["required"] = PICK_GROUPS

    def _sure_groups(self, groups: Sequence[Column]) -> Column | None:
        """Of places: the one that is named so, unless another column tells more of them apart."""
        named = [c for c in groups if str(c.place) == self.initial.get("across")]
        finer = [c for c in groups if named and c.distinct > named[0].distinct]
        self.initial.pop("across", None)
        self.guessed.discard("across")
        found = None if finer else named_groups(named or groups)
        if found is None or named:
            return found
        # Numbers that nobody calls groups may be anything, but a year is a year.
        return None if found.is_number and not found.is_period else found

    def _only_group(self, groups: Sequence[Column]) -> Column | None:
        """The column of words with one group in it, where no other is named as groups: then no
        other column takes its place unasked."""
        one = [c for c in self.profile.columns if c.is_the_same and not c.may_be_amounts]
        known = "across" in self.initial or any(map(is_named_as_groups, groups))
        return one[0] if self.method and one and not known else None

    def _guess_count(self, numbers: Sequence[Column]) -> list[Column]:
        """Guess which column counts people; gives the others that may be an outcome."""
        taken = in_a_role(self.method, self) if self.method else set()
        free = [c for c in numbers if str(c.place) not in taken]
        counts = named_counts(free)
        if counts:
            self._expect("count", str(counts.place))
        elif numbers:
            self.fields["count"].help_text = UNSURE_COUNT
        return [c for c in free if c is not counts]

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        outcome = data.get("outcome", "").partition(":")[0]
        if outcome and outcome in {data.get("across"), *data.get("by", [])}:
            self.add_error("outcome", gettext("De uitkomst en de groepen zijn dezelfde kolom."))
        for name in asks_with(self.method, data, outcome) if self.method else ():
            self.add_error(name, gettext("Dit is de kolom met de uitkomst. Kies een andere."))
        if data.get("count") and data["count"] == data.get("across"):
            self.add_error("across", gettext("Dit is de kolom met de aantallen. Kies een andere."))
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


PICK_OUTCOME = _("Kies een uitkomst")
UNSURE_GROUPS = _("Wij weten niet zeker in welke kolom de groepen staan. Daarom kozen wij niets.")
UNSURE_COUNT = _("Wij weten niet zeker welke kolom de aantallen zijn. Daarom kozen wij niets.")
UNSURE_OUTCOME = _("Wij weten niet zeker welke kolom de uitkomst is. Daarom kozen wij niets.")
UNSURE = (UNSURE_GROUPS, UNSURE_COUNT, UNSURE_OUTCOME)
OURS = ("outcome", "across")  # whose help says that we chose beforehand
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


def _named(column: Column) -> Named:
    return str(column.place), column.name, [each.name for each in column.levels]


def _no_count(profile: Profile) -> str:
    """Why nothing is counted: nobody chose the column with counts, or there is none."""
    return str(
        NO_COUNT if any(column.is_number for column in profile.columns) else NOTHING_TO_COUNT
    )
