"""What people fill in about people."""

from collections.abc import Collection
from typing import Any

from django import forms
from django.contrib.auth import password_validation
from django.contrib.auth.forms import AuthenticationForm
from django.utils.translation import gettext_lazy as _

from waterpas.web.people.models import Organisation, Person, Position
from waterpas.web.people.permissions import Permission
from waterpas.web.people.roles import EXCLUSIONS, givable
from waterpas.web.people.rules import excluded
from waterpas.web.people.selectors import active_people
from waterpas.web.references.versions import keep_track


class LogInForm(AuthenticationForm):
    """Log in with an e-mail address and a password."""

    error_messages = {
        "invalid_login": _(
            "Dit e-mailadres en wachtwoord horen niet bij elkaar. Controleer beide en probeer "
            "het opnieuw."
        ),
        "inactive": _("Met dit e-mailadres kunt u niet meer aanmelden."),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label = _("E-mailadres")
        self.fields["username"].widget = forms.EmailInput(
            attrs={"autocomplete": "username", "maxlength": 254}
        )
        self.fields["password"].label = _("Wachtwoord")


_PASSWORD_ERRORS = {
    "password_too_short": _("Dit wachtwoord is te kort. Kies er een van minstens 12 tekens."),
    "password_too_common": _("Dit wachtwoord is te bekend. Kies een ander."),
}


def _in_our_words(error: forms.ValidationError) -> Any:
    """Django has no Dutch for all of these."""
    return _PASSWORD_ERRORS.get(error.code or "", error)


class NewPasswordMixin(forms.Form):
    """A password that is hard to guess."""

    password = forms.CharField(
        label=_("Kies een wachtwoord"),
        help_text=_("Minstens 12 tekens. Een korte zin die alleen u kent, werkt goed."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        strip=False,
    )

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        try:
            password_validation.validate_password(password)
        except forms.ValidationError as error:
            raise forms.ValidationError(
                [_in_our_words(each) for each in error.error_list]
            ) from error
        return password


class OrganisationForm(forms.Form):
    """What the municipality says of itself."""

    name = forms.CharField(label=_("Hoe heet uw gemeente?"), max_length=120)
    size = forms.ChoiceField(
        label=_("Hoeveel inwoners heeft uw gemeente?"),
        choices=Organisation.Size.choices,
        widget=forms.RadioSelect,
    )
    example_beside = forms.TypedChoiceField(
        label=_("Wilt u een voorbeeldgemeente ernaast?"),
        help_text=_(
            "Voorbeeldstad is verzonnen en staat los van uw gegevens. U ziet er hoe alles werkt."
        ),
        choices=[("ja", _("Ja, laat Voorbeeldstad zien")), ("nee", _("Nee"))],
        coerce=lambda value: value == "ja",
        widget=forms.RadioSelect,
        initial="ja",
    )

    def __init__(self, *args: Any, organisation: Organisation | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if organisation:
            there = {name: getattr(organisation, name) for name in self.fields}
            beside = "ja" if organisation.example_beside else "nee"
            self.initial = there | {"example_beside": beside}
            keep_track(self, version=organisation.version, there=there)


class BeginForm(NewPasswordMixin, OrganisationForm):
    """The four things that Waterpas asks at the beginning."""

    coordinator_name = forms.CharField(
        label=_("Wie is de eerste coördinator?"),
        help_text=_("Dat bent u, of iemand die u straks vervangt. Er kunnen er meer komen."),
        max_length=120,
    )
    coordinator_email = forms.EmailField(label=_("E-mailadres van de coördinator"))
    code = forms.CharField(
        label=_("Startcode"),
        help_text=_("Deze staat in het venster waarin Waterpas is gestart."),
        max_length=40,
    )
    field_order = (
        "name",
        "size",
        "coordinator_name",
        "coordinator_email",
        "password",
        "example_beside",
        "code",
    )


class RolesMixin(forms.Form):
    """Roles that go together. Who gives only some of them, leaves the others as they are."""

    roles = forms.MultipleChoiceField(
        label=_("Rollen"),
        help_text=_("Iemand kan meer rollen hebben. Zonder rol kan iemand niets zien."),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        error_messages={"invalid_choice": _("Deze rol geeft alleen de coördinator.")},
    )

    def __init__(self, *args: Any, by: Person, held: Collection[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        gives_all = by.may(Permission.ROLES_GIVE)
        choices = [(role.code, role.name) for role in givable(by_coordinator=gives_all)]
        self.kept = [code for code in held if code not in dict(choices)]
        self.initial["roles"] = [code for code in held if code in dict(choices)]
        field: Any = self.fields["roles"]
        field.choices = choices
        if not gives_all:
            field.help_text = _("De andere rollen geeft de coördinator.")

    def clean_roles(self) -> list[str]:
        roles: list[str] = [*self.kept, *self.cleaned_data["roles"]]
        pairs = excluded(roles, exclusions=EXCLUSIONS)
        if pairs:
            raise forms.ValidationError(
                [str(reason) for reason in dict.fromkeys(EXCLUSIONS[pair] for pair in pairs)]
            )
        return roles


class PersonForm(forms.Form):
    """How somebody is called and reached."""

    name = forms.CharField(label=_("Naam"), max_length=120)
    email = forms.EmailField(label=_("E-mailadres"))

    def __init__(
        self,
        *args: Any,
        person: Person | None = None,
        is_address_fixed: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.person = person
        if person:
            there = {"name": person.name, "email": person.email}
            self.initial = dict(there)
            keep_track(self, version=person.version, there=there)
        if is_address_fixed:
            self.fields["email"].disabled = True
            self.fields["email"].help_text = _(
                "Het e-mailadres van een coördinator verandert alleen een coördinator."
            )

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"].strip().lower()
        others = Person.objects.filter(email__iexact=email)
        if self.person:
            others = others.exclude(pk=self.person.pk)
        if others.exists():
            raise forms.ValidationError(_("Er is al iemand met dit e-mailadres."))
        return email


class NewPersonForm(RolesMixin, PersonForm):
    """Somebody new, with roles."""

    field_order = ("name", "email", "roles")


class RolesForm(RolesMixin):
    """The roles of somebody; it remembers which were held when it was opened."""

    started = forms.CharField(widget=forms.HiddenInput, required=False, max_length=400)

    def __init__(self, *args: Any, held: Collection[str], **kwargs: Any) -> None:
        super().__init__(*args, held=held, **kwargs)
        self.initial["started"] = ",".join(held)

    def clean_started(self) -> list[str] | None:
        """None when the page did not say it: then the roles become exactly these."""
        if "started" not in self.data:
            return None
        return [code for code in self.cleaned_data["started"].split(",") if code]


class PasswordForm(NewPasswordMixin):
    """A new password."""


class PositionForm(forms.Form):
    """A function and who holds it."""

    title = forms.CharField(
        label=_("Functie"), help_text=_("Bijvoorbeeld: hoofd Werk en Inkomen."), max_length=160
    )
    holder = forms.ModelChoiceField(
        label=_("Wie heeft deze functie nu?"),
        queryset=Person.objects.none(),
        required=False,
        empty_label=_("Nog niemand"),
    )

    def __init__(self, *args: Any, position: Position | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.position = position
        if position:
            self.initial = {"title": position.title, "holder": position.holder_id}
            there = {"title": position.title, "holder": position.holder}
            keep_track(self, version=position.version, there=there)
        self.fields["holder"].queryset = active_people()  # type: ignore[attr-defined] # Django's types know no field by its name

    def clean_title(self) -> str:
        title: str = self.cleaned_data["title"].strip()
        others = Position.objects.filter(title__iexact=title)
        if self.position:
            others = others.exclude(pk=self.position.pk)
        if others.exists():
            raise forms.ValidationError(_("Deze functie staat er al."))
        return title
