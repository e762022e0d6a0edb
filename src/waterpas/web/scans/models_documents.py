"""What is kept of a document that was read: never the file, and never its whole text."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class PassageKind(models.TextChoices):
    """Why a passage is shown."""

    QUESTION = "question", _("vraagt om een blik")
    PRESENCE = "presence", _("staat er al")


class ReadDocument(models.Model):
    """A document about the policy of one scan. Taken off the scan, it can be put back."""

    class Privacy:
        personal = {"added_by": "pseudonym", "removed_by": "pseudonym"}
        plain = {"id", "scan", "name", "added_at", "removed_at"}

    scan = models.ForeignKey(
        "scans.Scan",
        verbose_name=_("beleidstoets"),
        on_delete=models.CASCADE,
        related_name="documents",
    )
    name = models.CharField(_("naam"), max_length=120)
    added_at = models.DateTimeField(_("toegevoegd op"))
    added_by = models.TextField(_("toegevoegd door"))
    removed_at = models.DateTimeField(_("van de toets gehaald op"), null=True)
    removed_by = models.TextField(_("van de toets gehaald door"), blank=True)

    class Meta:
        verbose_name = _("gelezen document")
        verbose_name_plural = _("gelezen documenten")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="read_document_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.name


class Reading(models.Model):
    """One time that a version of a document was read. `sha256` tells one version from another.

    The texts in `notes`, `absent` and `hints` are ours, with the few words of the document that a
    hint is about; what points at one human being is masked.
    """

    class Privacy:
        personal = {"read_by": "pseudonym"}
        plain = {
            "id",
            "document",
            "number",
            "file_name",
            "sha256",
            "size",
            "kind",
            "pages",
            "words",
            "notes",
            "absent",
            "hints",
            "more",
            "read_at",
        }

    document = models.ForeignKey(
        ReadDocument,
        verbose_name=_("document"),
        on_delete=models.CASCADE,
        related_name="readings",
    )
    number = models.PositiveIntegerField(_("versie"))
    file_name = models.CharField(_("naam van het bestand"), max_length=200)
    sha256 = models.CharField(_("vingerafdruk"), max_length=64)
    size = models.PositiveBigIntegerField(_("grootte"))
    kind = models.CharField(_("soort"), max_length=10)
    pages = models.PositiveIntegerField(_("bladzijden"), null=True)
    words = models.PositiveIntegerField(_("woorden"))
    notes = models.JSONField(_("opmerkingen bij het lezen"))
    absent = models.JSONField(_("niet gevonden"))
    hints = models.JSONField(_("hulp voor wie schrijft"))
    more = models.JSONField(_("wat niet is bewaard"))
    read_at = models.DateTimeField(_("gelezen op"))
    read_by = models.TextField(_("gelezen door"))

    class Meta:
        verbose_name = _("lezing van een document")
        verbose_name_plural = _("lezingen van documenten")
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["document", "number"], name="reading_once_per_number")
        ]

    def __str__(self) -> str:
        return f"{self.document_id} {self.number}"


class Passage(models.Model):
    """One sentence of a document with the question that it raises. It gives no verdict.

    `first` and `last` are the versions of the document in which it was first and last found.
    E-mail addresses, telephone numbers, BSNs and names with a title or initials are masked. A
    name without these cannot be told from other words: the page says so.
    """

    class Privacy:
        personal: dict[str, str] = {}
        plain = {
            "id",
            "document",
            "key",
            "kind",
            "pattern",
            "criteria",
            "apart",
            "sentence",
            "says",
            "order",
            "first",
            "last",
        }

    document = models.ForeignKey(
        ReadDocument,
        verbose_name=_("document"),
        on_delete=models.CASCADE,
        related_name="passages",
    )
    key = models.CharField(_("kenmerk"), max_length=64)
    kind = models.TextField(_("soort"), choices=PassageKind)
    pattern = models.CharField(_("patroon"), max_length=80)
    criteria = models.JSONField(_("criteria"))
    apart = models.BooleanField(_("staat apart"), default=False)
    sentence = models.TextField(_("passage"))
    says = models.JSONField(_("vraag en plaats"))
    order = models.PositiveIntegerField(_("volgorde"))
    first = models.PositiveIntegerField(_("eerste versie"))
    last = models.PositiveIntegerField(_("laatste versie"))

    class Meta:
        verbose_name = _("passage")
        verbose_name_plural = _("passages")
        ordering = ["document", "order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["document", "key"], name="passage_once_per_document"),
            models.CheckConstraint(
                condition=Q(first__lte=models.F("last")), name="passage_first_before_last"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document_id} {self.pattern}"


class SetAside(models.Model):
    """Somebody looked, and found that a passage does not belong with a criterion; and why."""

    class Privacy:
        personal = {"set_by": "pseudonym", "undone_by": "pseudonym"}
        plain = {"id", "passage", "criterion", "reason", "set_at", "undone_at"}

    passage = models.ForeignKey(
        Passage, verbose_name=_("passage"), on_delete=models.CASCADE, related_name="asides"
    )
    criterion = models.TextField(_("criterium"))
    reason = models.TextField(_("reden"))
    set_at = models.DateTimeField(_("opzij gezet op"))
    set_by = models.TextField(_("opzij gezet door"))
    undone_at = models.DateTimeField(_("teruggezet op"), null=True)
    undone_by = models.TextField(_("teruggezet door"), blank=True)

    class Meta:
        verbose_name = _("bekeken passage")
        verbose_name_plural = _("bekeken passages")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["passage", "criterion"],
                condition=Q(undone_at=None),
                name="passage_aside_once_per_criterion",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="passage_aside_says_why"),
        ]

    def __str__(self) -> str:
        return f"{self.passage_id} {self.criterion}"


class AbsenceNote(models.Model):
    """What somebody says about something that was not found in the text. It is never changed."""

    class Privacy:
        personal = {"noted_by": "pseudonym"}
        plain = {"id", "scan", "question", "text", "noted_at"}

    scan = models.ForeignKey(
        "scans.Scan",
        verbose_name=_("beleidstoets"),
        on_delete=models.CASCADE,
        related_name="absence_notes",
    )
    question = models.CharField(_("vraag"), max_length=80)
    text = models.TextField(_("antwoord"))
    noted_at = models.DateTimeField(_("opgeschreven op"))
    noted_by = models.TextField(_("opgeschreven door"))

    class Meta:
        verbose_name = _("antwoord op wat niet is gevonden")
        verbose_name_plural = _("antwoorden op wat niet is gevonden")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="absence_note_says_something")
        ]

    def __str__(self) -> str:
        return f"{self.scan_id} {self.question}"
