"""Per step one first thing to do that needs no data, no colleague and no IT."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class FirstThing:
    """What to do, how many minutes it takes, and where."""

    step: int
    text: str | Promise
    minutes: int
    label: str | Promise
    route: str
    query: str = ""

    @property
    def url(self) -> str:
        """The address of the page where it is done."""
        arguments = [self.step] if self.route == "approach:step" else []
        return reverse(self.route, args=arguments) + self.query


FIRST_THINGS = {
    thing.step: thing
    for thing in (
        FirstThing(
            1,
            _("Vink aan wat uw gemeente doet: vijf onderwerpen is genoeg om te beginnen."),
            10,
            _("Onderwerpen aanvinken"),
            "register:starter",
        ),
        FirstThing(
            2,
            _("Leg uw visie of collegeprogramma naast deze stap. Kijk of racisme erin staat."),
            20,
            _("Lees over een visie"),
            "approach:step",
        ),
        FirstThing(
            3,
            _("Schrijf één maatregel op, en erbij hoeveel uur en geld die vraagt."),
            15,
            _("Maatregel opschrijven"),
            "actions:add",
        ),
        FirstThing(
            4,
            _("Schrijf op welke weerstand u verwacht, en wat u dan zegt."),
            20,
            _("Lees over een dialoog"),
            "approach:step",
        ),
        FirstThing(
            5,
            _("Zet 21 maart en 1 juli in uw agenda, met wie die dag iets zegt."),
            5,
            _("Lees wie wat doet"),
            "approach:step",
        ),
        FirstThing(
            6,
            _("Neem één regel uit de werving die u kent. Schrijf op wat er mis kan gaan."),
            15,
            _("Bevinding opschrijven"),
            "findings:add",
            "?point=P01",
        ),
        FirstThing(
            7,
            _("Neem één besluit waarin iemand alleen beslist. Schrijf op waar dat staat."),
            15,
            _("Bevinding opschrijven"),
            "findings:add",
            "?point=P09",
        ),
        FirstThing(
            8,
            _("Kies welke functie verantwoording aflegt over de aanpak. Zet die in Waterpas."),
            5,
            _("Functie toevoegen"),
            "people:position_add",
        ),
        FirstThing(
            9,
            _("Zoek één training die er al is. Kijk of zij vaker dan één keer wordt gegeven."),
            15,
            _("Lees over training"),
            "approach:step",
        ),
        FirstThing(
            10,
            _("Bedenk waaraan u over een jaar ziet voor wie het beter is geworden."),
            15,
            _("Lees hoe u bijstuurt"),
            "approach:step",
        ),
    )
}
