"""The fixed choices of a scan, as they are kept and as they are shown."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from waterpas.web.scans.rules import Known


class Knows(models.TextChoices):
    """The answer to a question of fact."""

    YES = Known.YES.value, _("ja")
    NO = Known.NO.value, _("nee")
    UNKNOWN = Known.UNKNOWN.value, _("dat weten we nog niet")


class Given(models.TextChoices):
    """Whether those who were asked got time or pay for it."""

    YES = Known.YES.value, _("ja")
    NO = Known.NO.value, _("nee")
    UNKNOWN = Known.UNKNOWN.value, _("niet bekend")


class Stage(models.TextChoices):
    """When the criteria were answered: before the policy works, or with what was measured."""

    BEFORE = "vooraf", _("vooraf: wat wij verwachten")
    AFTER = "achteraf", _("achteraf: wat er is gemeten")


class Choice(models.TextChoices):
    """What was decided about a policy."""

    ADOPT = "adopt", _("overnemen")
    ADAPT = "adapt", _("aanpassen")
    DO_NOT = "do-not", _("niet doen")
    DESPITE = "adopt-despite", _("overnemen ondanks bezwaar")
