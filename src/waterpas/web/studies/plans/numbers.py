"""The numbers that a plan asks for: what each is called, what it starts with, and why."""

from dataclasses import dataclass
from typing import Any, Literal

from django.utils.translation import gettext_lazy as _

Kind = Literal["people", "percent", "whole", "euro", "days", "percents", "wholes", "choice"]


@dataclass(frozen=True, slots=True)
class Asking:
    """One number: what it is called, what it starts with, and why."""

    name: str
    kind: Kind
    label: Any
    help: Any
    initial: str = ""
    choices: tuple[tuple[str, Any], ...] = ()
    required: bool = True


PEOPLE = Asking(
    "people",
    "people",
    _("Hoeveel mensen zijn het samen?"),
    _("Alle groepen bij elkaar. Ongeveer is genoeg, bijvoorbeeld 700."),
)
DIFFERENCE = Asking(
    "difference",
    "percent",
    _("Welk verschil wilt u kunnen zien, in procentpunten?"),
    _(
        "Met 10 ziet u bijvoorbeeld 40 tegen 30 van de 100. Wij beginnen daarmee: voor de helft "
        "daarvan hebt u vier keer zo veel mensen nodig."
    ),
    "10",
)
SHARE = Asking(
    "share",
    "percent",
    _("Hoeveel procent van hen hoort bij de kleinste groep?"),
    _("Wij beginnen met 10: één op de tien. Twijfelt u? Kies laag, dan valt het later mee."),
    "10",
)
RATE = Asking(
    "rate",
    "percent",
    _("Bij hoeveel procent van de anderen gebeurt het?"),
    _("Wij beginnen met 50: dan is een verschil het moeilijkst te zien. Later valt het dus mee."),
    "50",
)
GROUPS = Asking(
    "groups",
    "whole",
    _("Hoeveel groepen vergelijkt u, de grootste erbij?"),
    _("Wij beginnen met 2. Met meer groepen moet elke vergelijking zekerder zijn."),
    "2",
)
SEEN = Asking(
    "power",
    "percent",
    _("Hoe vaak moet zo'n verschil opvallen, van de 100 keer?"),
    _("Wij beginnen met 80, zoals gewoon is. Met 90 hebt u een derde meer mensen nodig."),
    "80",
)
STEPS = Asking(
    "steps",
    "percents",
    _("Hoeveel procent komt door elke stap?"),
    _(
        "Een getal per stap, met een spatie ertussen. Wij beginnen met drie stappen waar de helft "
        "doorheen komt."
    ),
    "50 50 50",
)
GROUP_PARTS = Asking(
    "group_parts",
    "percents",
    _("Hoe is de kleine groep verdeeld, in procenten?"),
    _(
        "Over de soorten mensen die u met elkaar vergelijkt, bijvoorbeeld drie opleidingen. Wij "
        "beginnen met een scheve verdeling: dan valt het later mee."
    ),
    "50 30 20",
)
REFERENCE_PARTS = Asking(
    "reference_parts",
    "percents",
    _("Hoe zijn de anderen verdeeld, in procenten?"),
    _("Over dezelfde soorten mensen, in dezelfde volgorde. Samen 100."),
    "20 30 50",
)
LEVELS = Asking(
    "levels",
    "wholes",
    _("Hoeveel waarden heeft elk kenmerk?"),
    _(
        "Een getal per kenmerk, met een spatie ertussen. Wij beginnen met drie kenmerken: herkomst "
        "(3), geslacht (2) en leeftijd (3). Minder is beter te zien."
    ),
    "3 2 3",
)
DEPTH = Asking(
    "depth",
    "whole",
    _("Hoeveel kenmerken heeft een combinatie hoogstens?"),
    _("Wij beginnen met 2. Met meer kenmerken zijn er veel meer, en kleinere, combinaties."),
    "2",
)
DECIDERS = Asking(
    "deciders",
    "whole",
    _("Hoeveel mensen beslissen?"),
    _("Wij beginnen met 20. Met minder dan tien kan het niet."),
    "20",
)
SPREAD = Asking(
    "spread",
    "euro",
    _("Hoe ver liggen lonen uit elkaar, in euro per maand?"),
    _(
        "Bij twee van de drie mensen ligt het loon minder dan dit van het gemiddelde. Wij beginnen "
        "met €\u00a0800. Vraag uw salarisadministratie naar de standaardafwijking van het loon."
    ),
    "800",
)
QUESTIONS = Asking(
    "questions",
    "whole",
    _("Hoeveel vragen stelt u over loon?"),
    _(
        "Wij beginnen met 2: is er verschil, en wat blijft ervan over in dezelfde schaal? "
        "Promotie en vertrek tellen er elk één bij."
    ),
    "2",
)
VARIABLES = Asking(
    "levels",
    "wholes",
    _("Hoeveel waarden heeft elke variabele van het profiel?"),
    _(
        "Een getal per variabele, met een spatie ertussen. Wij beginnen met vijf variabelen van "
        "drie waarden. Bij elke waarde kijkt Waterpas mee: met meer hebt u meer mensen nodig. Laat "
        "leeg als u niet naar variabelen kijkt."
    ),
    "3 3 3 3 3",
    required=False,
)
FOUND = Asking(
    "found",
    "percent",
    _("Bij hoeveel procent is er iets te vinden?"),
    _("Wij beginnen met 20. Hoe minder, hoe meer mensen u nodig hebt."),
    "20",
)
AMONG = Asking(
    "among",
    "choice",
    _("Om welke vergissing gaat het?"),
    _(
        "Wij beginnen met overslaan: dat zijn meestal de minste mensen, dus daarvoor zijn er meer "
        "nodig."
    ),
    "found",
    (
        ("found", _("Iemand wordt overgeslagen terwijl er iets te vinden is.")),
        ("not-found", _("Iemand wordt gekozen terwijl er niets te vinden is.")),
    ),
)
GAP = Asking(
    "gap",
    "percent",
    _("Hoeveel procentpunten vaker gebeurt het nu bij de kleine groep?"),
    _("Wij beginnen met 0. Dit maakt weinig uit. Minder vaak? Zet er een min voor."),
    "0",
)
BEFORE = Asking(
    "before",
    "whole",
    _("Hoeveel periodes hebt u van vóór de maatregel?"),
    _("Wij beginnen met 1. Oudere periodes erbij helpen altijd."),
    "1",
)
AFTER = Asking(
    "after",
    "whole",
    _("Hoeveel periodes wacht u erna?"),
    _("Wij beginnen met 1. Langer wachten laat een kleinere verandering zien."),
    "1",
)
ELSEWHERE = Asking(
    "elsewhere",
    "people",
    _("Hoeveel mensen per periode zijn er op plaatsen zonder de maatregel?"),
    _("Laat leeg als de maatregel overal gold."),
    required=False,
)
DAYS = Asking(
    "days",
    "days",
    _("Na hoeveel dagen heeft de helft van de anderen een besluit?"),
    _("Wij beginnen met 56: acht weken. Weet u het beter? Vul dat in."),
    "56",
)
DECIDED = Asking(
    "decided",
    "percent",
    _("Hoeveel procent krijgt een besluit zolang u kijkt?"),
    _("Wij beginnen met 100. Wie nog wacht, telt bijna niet mee."),
    "100",
)
