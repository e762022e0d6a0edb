"""What can happen. The codes are stable: they stand in the log of every municipality."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class EventType(models.TextChoices):
    """One thing that somebody did."""

    STARTED = "organisation.started", _("Waterpas begonnen")
    ORGANISATION_CHANGED = "organisation.changed", _("Gegevens van de gemeente veranderd")
    PERSON_ADDED = "person.added", _("Persoon toegevoegd")
    PERSON_CHANGED = "person.changed", _("Persoon veranderd")
    PERSON_LEFT = "person.left", _("Persoon vertrokken")
    PERSON_BACK = "person.back", _("Persoon teruggekomen")
    PASSWORD_SET = "person.password_set", _("Wachtwoord gekozen")
    ROLES_CHANGED = "person.roles_changed", _("Rollen veranderd")
    POSITION_ADDED = "position.added", _("Functie toegevoegd")
    POSITION_CHANGED = "position.changed", _("Functie veranderd")
    ITEM_ADDED = "item.added", _("Onderwerp toegevoegd")
    ITEMS_TICKED = "items.ticked", _("Onderwerpen aangevinkt")
    ITEMS_IMPORTED = "items.imported", _("Onderwerpen ingelezen")
    ITEM_CHANGED = "item.changed", _("Onderwerp veranderd")
    ITEM_RETIRED = "item.retired", _("Onderwerp uit het register gehaald")
    ITEM_BACK = "item.back", _("Onderwerp teruggezet")
    FINDING_ADDED = "finding.added", _("Bevinding toegevoegd")
    FINDING_CHANGED = "finding.changed", _("Bevinding veranderd")
    EVIDENCE_ADDED = "evidence.added", _("Bewijs toegevoegd")
    EVIDENCE_REMOVED = "evidence.removed", _("Bewijs weggehaald")
    FINDING_DECIDED = "finding.decided", _("Besloten niets te doen")
    FINDING_REOPENED = "finding.reopened", _("Bevinding heropend")
    ACTION_ADDED = "action.added", _("Maatregel toegevoegd")
    ACTION_CHANGED = "action.changed", _("Maatregel veranderd")
    ACTION_LINKED = "action.linked", _("Maatregel bij een bevinding gezet")
    ACTION_UNLINKED = "action.unlinked", _("Maatregel van een bevinding losgemaakt")
    ACTION_INTRODUCED = "action.introduced", _("Maatregel ingevoerd")
    ACTION_WORKS = "action.works", _("Maatregel werkt")
    ACTION_DILUTED = "action.diluted", _("Maatregel afgezwakt")
    ACTION_REOPENED = "action.reopened", _("Maatregel heropend")
    STUDY_DESIGNED = "study.designed", _("Onderzoek opgezet")
    STUDY_CHANGED = "study.changed", _("Opzet van een onderzoek veranderd")
    STUDY_MEMBER_ADDED = "study.member_added", _("Onderzoeker toegevoegd")
    STUDY_MEMBER_REMOVED = "study.member_removed", _("Onderzoeker weggehaald")
    STUDY_COUNTED = "study.counted", _("Telling bewaard")
    STUDY_MEASURED = "study.measured", _("Onderzoek gemeten")
    STUDY_WITHDRAWN = "study.withdrawn", _("Onderzoek ingetrokken")
    TALLY_DESTROYED = "tally.destroyed", _("Telling vernietigd")
    RESULT_RELEASED = "result.released", _("Resultaat vrijgegeven")
    RELEASE_WITHDRAWN = "release.withdrawn", _("Vrijgave ingetrokken")
