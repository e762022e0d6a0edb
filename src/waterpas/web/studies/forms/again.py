"""Compare other groups, or with others, on counts that are kept."""

from typing import Any

from django import forms

from waterpas.tallies.numbers import are_numbers
from waterpas.tallies.tally import Tally
from waterpas.tallies.throwaway import has_throwaway_keys
from waterpas.tallies.unordered import is_judgement
from waterpas.texts import translate
from waterpas.web.studies.forms.reference import ReferenceForm
from waterpas.web.studies.profile import are_groups
from waterpas.web.ui.languages import language_of_page


class AgainForm(ReferenceForm):
    """Compare other groups on the same tally."""

    def __init__(self, *args: Any, tally: Tally, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        labels = tally.question.labels
        self._labels = labels
        # Keys in the place of people who decide are no groups, and nobody to compare with; nor are
        # judgements.
        keys = {
            name
            for name in tally.by
            if has_throwaway_keys(tally, column=name) or is_judgement(tally, column=name)
        }
        every = [
            (str(at), name, () if name in keys else tally.levels(name))
            for at, name in enumerate(tally.by)
        ]
        numbers = [column for column in every if are_numbers(column[2])]
        columns = [each for each in every if each not in numbers or are_groups(each[2])]
        self._offer(columns, numbers=numbers)
        groups = [(key, name) for key, name, _ in columns if name not in keys]
        if groups or not (self.method and self.method.together):
            self._set("across", groups)
        else:
            self.initial["across"] = ""
            self._set("across", [("", translate(self.method.together, language_of_page()))])
        if not self.method and (tally.steps or len(columns) < 2):
            self.fields.pop("by")
            self.fields["by"] = forms.MultipleChoiceField(required=False, choices=[])
