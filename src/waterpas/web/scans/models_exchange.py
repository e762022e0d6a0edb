from django.db import models
from django.utils.translation import gettext_lazy as _


class ImportedScan(models.Model):
    """The file that a scan came from, as it was: also what was decided and done there."""

    class Privacy:
        personal = {"imported_by": "pseudonym"}
        plain = {"id", "scan", "record", "sha256", "imported_at"}

    scan = models.OneToOneField(
        "Scan",
        verbose_name=_("beleidstoets"),
        on_delete=models.CASCADE,
        related_name="imported",
    )
    record = models.JSONField(_("wat er in het bestand stond"))
    sha256 = models.CharField(_("vingerafdruk"), max_length=64)
    imported_at = models.DateTimeField(_("ingelezen op"))
    imported_by = models.TextField(_("ingelezen door"))

    class Meta:
        verbose_name = _("ingelezen beleidstoets")
        verbose_name_plural = _("ingelezen beleidstoetsen")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.scan_id}"
