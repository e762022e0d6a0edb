"""Compare other groups, or with others, on counts that are kept."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from waterpas.explain.methods import Ask
from waterpas.tallies.numbers import are_numbers
from waterpas.tallies.of_step import named_step
from waterpas.tallies.tally import Tally
from waterpas.tallies.throwaway import has_throwaway_keys
from waterpas.tallies.unordered import is_judgement
from waterpas.texts import translate
from waterpas.web.studies.forms.asks import PREFIX
from waterpas.web.studies.forms.reference import ReferenceForm
from waterpas.web.studies.profile import are_groups
from waterpas.web.ui.languages import language_of_page

STEP = "step"


class AgainForm(ReferenceForm):
    """Compare other groups on the same tally. Of one with steps a method asks which it is about."""

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
        if tally.steps and self.method and self.method.step:
            self._ask_step(self.method.step, tally)

    def _ask_step(self, ask: Ask, tally: Tally) -> None:
        """Ask which step is the outcome. There is no column for anything else in such a table."""
        lang = language_of_page()
        steps = [
            (step.id, step.label.get(lang, step.id))
            for step in tally.steps
            if step.of == tally.steps[0].id and not step.hit_rate
        ]
        known = len(steps) == 1
        for name in [name for name in self.fields if name.startswith(PREFIX)]:
            del self.fields[name]
        self.fields[STEP] = forms.ChoiceField(
            label=translate(ask.label, lang),
            help_text=translate(ask.help, lang),
            choices=steps if known else [("", _("Kies een stap")), *steps],
            error_messages={"required": _("Kies een stap.")},
        )
        self.guessed |= {STEP} if known else set()
        self.FIRST = (STEP, *self.FIRST)

    def about(self, tally: Tally, *, layout: str) -> Tally:
        """The tally of the step that was chosen; the whole where none was asked for."""
        return (
            named_step(tally, self.cleaned_data[STEP], layout=layout)
            if STEP in self.fields
            else tally
        )
