from functools import cached_property
from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from waterpas.web.people.permissions import Permission
from waterpas.web.people.roles import ROLES, Role


class People(BaseUserManager["Person"]):
    """Finds people; log-in asks for one by e-mail address, in any case."""

    def get_by_natural_key(self, username: str | None) -> "Person":
        return self.get(email__iexact=(username or "").strip())


class Person(AbstractBaseUser):
    """Somebody who can log in. There is no field for who somebody is by origin, anywhere."""

    class Privacy:
        personal = {
            "email": "erase",
            "name": "erase",
            "password": "erase",
            "last_login": "erase",
            "added_by": "pseudonym",
        }
        plain = {"id", "is_active", "added_at", "version"}

    email = models.EmailField(_("e-mailadres"), unique=True)
    name = models.CharField(_("naam"), max_length=120)
    is_active = models.BooleanField(_("kan aanmelden"), default=True)
    added_at = models.DateTimeField(_("toegevoegd op"))
    added_by = models.TextField(_("toegevoegd door"))
    version = models.PositiveIntegerField(_("versie"), default=1)

    objects: ClassVar[People] = People()
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    class Meta:
        verbose_name = _("persoon")
        verbose_name_plural = _("mensen")
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name

    @property
    def actor_code(self) -> str:
        """Who this is in the log: a code, never a name."""
        return f"person:{self.pk}"

    @cached_property
    def role_codes(self) -> tuple[str, ...]:
        """The codes of the roles this person holds, in the order of the list of roles."""
        held = {each.role for each in self.roles_held.all()}
        return tuple(code for code in ROLES if code in held)

    @property
    def roles(self) -> list[Role]:
        """The roles this person holds."""
        return [ROLES[code] for code in self.role_codes]

    @property
    def is_coordinator(self) -> bool:
        """Whether this person holds the role that gives roles, also when not there now."""
        return "coordinator" in self.role_codes

    def may(self, permission: Permission) -> bool:
        """Whether one of the roles of this person allows it. No role: no."""
        return self.is_active and any(permission in role.may for role in self.roles)


class Invitation(models.Model):
    """The last invitation of somebody: who made it, and whether a password was chosen with it.

    The secret in the link is shown once and kept nowhere; `digest` only recognises it.
    """

    class Privacy:
        personal = {"person": "erase", "made_by": "pseudonym"}
        plain = {"id", "digest", "made_at", "used_at"}

    person = models.OneToOneField(
        Person, verbose_name=_("persoon"), on_delete=models.CASCADE, related_name="invitation"
    )
    digest = models.CharField(_("kenmerk van de link"), max_length=64)
    made_at = models.DateTimeField(_("gemaakt op"))
    made_by = models.TextField(_("gemaakt door"))
    used_at = models.DateTimeField(_("gebruikt op"), null=True)

    class Meta:
        verbose_name = _("uitnodiging")
        verbose_name_plural = _("uitnodigingen")

    def __str__(self) -> str:
        return f"{self.made_at:%Y-%m-%d}"


class RoleHeld(models.Model):
    """A role that a person holds."""

    class Privacy:
        personal = {"person": "erase", "given_by": "pseudonym"}
        plain = {"id", "role", "given_at"}

    person = models.ForeignKey(
        Person, verbose_name=_("persoon"), on_delete=models.CASCADE, related_name="roles_held"
    )
    role = models.TextField(_("rol"))
    given_at = models.DateTimeField(_("gegeven op"))
    given_by = models.TextField(_("gegeven door"))

    class Meta:
        verbose_name = _("rol van een persoon")
        verbose_name_plural = _("rollen van mensen")
        constraints = [
            models.UniqueConstraint(fields=["person", "role"], name="role_held_once_per_person")
        ]

    def __str__(self) -> str:
        return self.role


class Position(models.Model):
    """A function in the organisation, with the person who holds it now; perhaps nobody.

    What is owned is owned by a function, so that it does not disappear with a person.
    """

    class Privacy:
        personal = {"holder": "unlink", "added_by": "pseudonym"}
        plain = {"id", "title", "added_at", "version"}

    title = models.CharField(_("functie"), max_length=160, unique=True)
    holder = models.ForeignKey(
        Person,
        verbose_name=_("wie deze functie nu heeft"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="positions",
    )
    added_at = models.DateTimeField(_("toegevoegd op"))
    added_by = models.TextField(_("toegevoegd door"))
    version = models.PositiveIntegerField(_("versie"), default=1)

    class Meta:
        verbose_name = _("functie")
        verbose_name_plural = _("functies")
        ordering = ["title"]

    def __str__(self) -> str:
        return self.title

    @property
    def present_holder(self) -> Person | None:
        """Who holds it, when that person can still log in."""
        return self.holder if self.holder and self.holder.is_active else None


class Organisation(models.Model):
    """The municipality that works with this platform: one row."""

    class Size(models.TextChoices):
        XS = "under-20000", _("tot 20.000 inwoners")
        S = "20000-50000", _("20.000 tot 50.000 inwoners")
        M = "50000-100000", _("50.000 tot 100.000 inwoners")
        L = "100000-250000", _("100.000 tot 250.000 inwoners")
        XL = "over-250000", _("meer dan 250.000 inwoners")

    class Privacy:
        personal = {"started_by": "pseudonym"}
        plain = {"id", "name", "size", "example_beside", "started_at", "version"}

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    name = models.CharField(_("naam van de gemeente"), max_length=120)
    size = models.TextField(_("grootte"), choices=Size)
    example_beside = models.BooleanField(_("voorbeeldgemeente ernaast"), default=False)
    started_at = models.DateTimeField(_("begonnen op"))
    started_by = models.TextField(_("begonnen door"))
    version = models.PositiveIntegerField(_("versie"), default=1)

    class Meta:
        verbose_name = _("gemeente")
        verbose_name_plural = _("gemeente")
        constraints = [models.CheckConstraint(condition=Q(id=1), name="organisation_there_is_one")]

    def __str__(self) -> str:
        return self.name


class SentForm(models.Model):
    """A form that was handled, so that sending it twice does nothing the second time.

    `content` is a keyed mark of what was in it: equal for equal content, and readable for nobody.
    """

    class Privacy:
        personal = {"person": "erase"}
        plain = {"id", "key", "content", "location", "sent_at", "sent_by"}

    key = models.CharField(_("nummer van het formulier"), max_length=40)
    content = models.CharField(_("kenmerk van de inhoud"), max_length=64, default="")
    person = models.ForeignKey(Person, verbose_name=_("persoon"), on_delete=models.CASCADE)
    location = models.TextField(_("waar het heen leidde"), default="")
    sent_at = models.DateTimeField(_("gestuurd op"))
    sent_by = models.TextField(_("gestuurd door"))

    class Meta:
        verbose_name = _("verstuurd formulier")
        verbose_name_plural = _("verstuurde formulieren")
        constraints = [
            models.UniqueConstraint(
                fields=["person", "key", "content"], name="form_is_handled_once"
            )
        ]

    def __str__(self) -> str:
        return self.key
