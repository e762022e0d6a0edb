"""What people fill in about actions."""

from waterpas.web.actions.forms.plan import ActionForm, MeansForm, initial_of, show_theirs
from waterpas.web.actions.forms.steps import (
    ChooseForm,
    DilutedForm,
    FilterForm,
    IntroduceForm,
    LinkForm,
    WorksForm,
)

__all__ = [
    "ActionForm",
    "ChooseForm",
    "DilutedForm",
    "FilterForm",
    "IntroduceForm",
    "LinkForm",
    "MeansForm",
    "WorksForm",
    "initial_of",
    "show_theirs",
]
