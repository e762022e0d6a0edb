"""Release a result to a wider circle, or withdraw it."""

from django import forms
from django.utils.translation import gettext_lazy as _


class ReasonForm(forms.Form):
    """Why something stops."""

    because = forms.CharField(
        label=_("Waarom?"), widget=forms.Textarea(attrs={"rows": 3}), max_length=1000
    )


class ReleaseForm(forms.Form):
    """For whom a result is released."""

    audience = forms.ChoiceField(
        label=_("Wie mag dit resultaat zien?"),
        choices=[("council", _("de gemeenteraad")), ("public", _("iedereen"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wie dit resultaat mag zien.")},
    )
