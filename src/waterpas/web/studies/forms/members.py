"""Let somebody work on a study."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from waterpas.web.people.models import Person


class MemberForm(forms.Form):
    """Somebody who may set up studies, and does not work on this one yet."""

    person = forms.TypedChoiceField(
        label=_("Wie werkt er mee?"),
        help_text=_("Wie meewerkt, ziet de telling, ook als een groep heel klein is."),
        coerce=int,
    )

    def __init__(self, *args: Any, people: Sequence[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(person.pk, person.name) for person in people]
        self.fields["person"].choices = choices  # type: ignore[attr-defined] # Django's types know no field by its name
