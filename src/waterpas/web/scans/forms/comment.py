"""A remark at a criterion, and how it was dealt with."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from waterpas.web.findings.forms import WordsField
from waterpas.web.references.versions import ChangedMeanwhile, StartedField, packed, taken_along
from waterpas.web.scans.models import Comment
from waterpas.web.scans.nameless import NamelessForm

LONGEST = 2000


class CommentForm(NamelessForm):
    """One text; when it is there already, with what it said when the form was opened."""

    nameless = ("text",)
    text = WordsField(
        label=_("Uw opmerking"),
        help_text=_("Over het beleid of het antwoord. Schrijf geen namen op."),
        rows=4,
        max_length=LONGEST,
    )

    def __init__(self, *args: Any, comment: Comment | None = None, **kwargs: Any) -> None:
        if comment:
            kwargs["initial"] = {"text": comment.text}
        super().__init__(*args, **kwargs)
        if comment:
            self.fields["version"] = forms.IntegerField(
                widget=forms.HiddenInput, label=_("Versie"), initial=comment.version
            )
            self.fields["started"] = StartedField()
            self.initial["started"] = packed({"text": comment.text})

    def again(self, now: Comment, changed: ChangedMeanwhile) -> "CommentForm":
        """The same form with what was typed, and beside it what stands there now."""
        data = taken_along(self, CommentForm(comment=now), changed.untouched)
        again = CommentForm(data, comment=now)
        # An attribute of ours on a field of Django, for the template.
        again.fields["text"].theirs = now.text  # type: ignore[attr-defined]
        return again


class ReplyForm(CommentForm):
    """An answer to a remark."""

    text = WordsField(
        label=_("Uw reactie"),
        help_text=_("Schrijf geen namen op."),
        rows=4,
        max_length=LONGEST,
    )


class SettleForm(NamelessForm):
    """How a remark was dealt with."""

    nameless = ("how",)
    how = WordsField(
        label=_("Wat is ermee gedaan?"),
        help_text=_("Bijvoorbeeld: het antwoord is aangepast, of: wij zien dit anders, want …"),
        rows=3,
        max_length=1000,
    )
