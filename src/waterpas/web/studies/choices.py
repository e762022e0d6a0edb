"""What can be chosen about a study. The codes are stable."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Purpose(models.TextChoices):
    """For what a study is done. Assessing staff is not among them, and never will be."""

    SERVICE = "service", _("nagaan hoe een dienst, regel of beleid uitpakt")
    EMPLOYER = "employer", _("nagaan hoe de gemeente als werkgever werkt")
    FOLLOW_UP = "follow-up", _("nagaan of een maatregel werkt")


class Row(models.TextChoices):
    """What one row of the table is."""

    PERSON = "person", _("een mens")
    APPLICATION = "application", _("een aanvraag of sollicitatie")
    DECISION = "decision", _("een besluit")
    JOB = "job", _("een baan")
    OTHER = "other", _("iets anders")


class Effect(models.TextChoices):
    """Whether the outcome is good or bad for whoever gets it."""

    HARM = "harm", _("nadelig voor wie het overkomt")
    BENEFIT = "benefit", _("gunstig voor wie het krijgt")
    NEITHER = "neither", _("geen van beide")


class Route(models.TextChoices):
    """By which route the groups came into the table."""

    CBS = "cbs-table", _("het CBS maakte een tabel met aantallen per groep")
    SURVEY = "anonymous-survey", _("mensen zeiden het zelf in een anonieme enquête")
    REGISTER = "register-without-groups", _("een register zonder herkomst, religie of huidskleur")
    OTHER = "other", _("anders")


class Advice(models.TextChoices):
    """What became of asking for advice."""

    ASKED = "asked", _("gevraagd, nog geen antwoord")
    ANSWERED = "answered", _("gevraagd en beantwoord")
    NOT_NEEDED = "not-needed", _("niet nodig")


class State(models.TextChoices):
    """How far a study is."""

    DESIGNED = "designed", _("opgezet")
    COUNTED = "counted", _("geteld")
    MEASURED = "measured", _("gemeten")
    WITHDRAWN = "withdrawn", _("ingetrokken")
