"""The sheet that we offer to fill in: the headers that we know, and two rows as an example."""

from django.utils.translation import gettext as _

from waterpas.web.register.models import Delivery, Kind, Role


def rows_of_template() -> list[list[str]]:
    """The header and two rows, in the language of the page."""
    return [
        [
            _("naam"),
            _("omschrijving"),
            _("soort"),
            _("rol"),
            _("eigenaar"),
            _("uitvoering"),
            _("uitvoerder"),
            _("laatst onderzocht"),
        ],
        [
            _("Voorbeeld: bijzondere bijstand"),
            _("Beoordelen van aanvragen voor bijzondere kosten"),
            str(Kind.PROCESS.label),
            str(Role.SERVICE_PROVIDER.label),
            _("Hoofd Werk en Inkomen"),
            str(Delivery.OWN.label),
            "",
            "1-3-2026",
        ],
        [
            _("Voorbeeld: contract thuiszorg"),
            "",
            str(Kind.CONTRACT.label),
            str(Role.SERVICE_PROVIDER.label),
            "",
            str(Delivery.PAID_CHAIN.label),
            _("Naam van de zorgaanbieder"),
            "",
        ],
    ]
