"""Pay and position: whether people earn as much, and where the difference lies."""

from waterpas.codebooks.columns import names_amounts, names_scales
from waterpas.explain.methods.model import Ask, Method
from waterpas.explain.methods.pay_answers import ANSWERS
from waterpas.explain.methods.pay_notes import NOTES, UNSAID
from waterpas.explain.methods.pay_picture import QUESTION, picture
from waterpas.explain.methods.pay_words import words
from waterpas.measure.paid.coarse import with_coarse_amounts
from waterpas.measure.pay import pay
from waterpas.texts import mark

FIGURES = {
    "mean": mark("gemiddeld loon"),
    "reference-mean": mark("gemiddeld loon van wie ermee vergeleken is"),
    "geometric-mean": mark("meetkundig gemiddeld loon (hoge lonen tellen minder zwaar)"),
    "reference-geometric-mean": mark(
        "meetkundig gemiddeld loon van wie ermee vergeleken is (hoge lonen tellen minder zwaar)"
    ),
    "gap": mark("verschil, zonder naar schaal te kijken"),
    "gap-rounding": mark("verschil, met alleen de twijfel door afronden en verbergen"),
    "gap-share": mark("verschil, als deel van het loon van wie ermee vergeleken is"),
    "smallest-gap": mark("kleinste verschil dat wij waarschijnlijk hadden gezien"),
    "goes-with": mark("gaat samen met de kolommen die u koos"),
    "remains": mark("verschil bij wie gelijk is in de kolommen die u koos"),
    "remains-share": mark(
        "verschil bij wie gelijk is in de kolommen die u koos, als deel van het loon"
    ),
    "smallest-remains": mark("kleinste verschil bij gelijken dat wij waarschijnlijk hadden gezien"),
    "over-scales": mark("verschil doordat zij in andere schalen zitten"),
    "within-scales": mark("verschil binnen dezelfde schaal"),
    "higher": mark("staat hoger in dezelfde schaal, deel van de paren"),
    "scale-gap": mark("verschil in deze schaal"),
    "scale-gap-rounding": mark(
        "verschil in deze schaal, met alleen de twijfel door afronden en verbergen"
    ),
    "part": mark("deel van het verschil dat hiermee samengaat"),
    "part-remains": mark("deel dat over is en bij dit kenmerk hoort"),
    "endowments": mark("eerste van drie delen: andere plek"),
    "coefficients": mark("tweede van drie delen: ander loon op dezelfde plek"),
    "interaction": mark("derde van drie delen: beide tegelijk"),
    "q10": mark("10 van elke 100 verdienen minder dan"),
    "q25": mark("25 van elke 100 verdienen minder dan"),
    "q50": mark("de helft verdient minder dan"),
    "q75": mark("75 van elke 100 verdienen minder dan"),
    "q90": mark("90 van elke 100 verdienen minder dan"),
    "q10-gap": mark("verschil bij de laagste 10 van elke 100"),
    "q25-gap": mark("verschil bij de laagste 25 van elke 100"),
    "q50-gap": mark("verschil in het midden"),
    "q75-gap": mark("verschil bij de hoogste 25 van elke 100"),
    "q90-gap": mark("verschil bij de hoogste 10 van elke 100"),
    "moved-rate": mark("hoe vaak bevorderd"),
    "moved-reference": mark("hoe vaak bevorderd bij wie ermee vergeleken is"),
    "moved-gap": mark("verschil in bevordering"),
    "left-rate": mark("hoe vaak vertrokken"),
    "left-reference": mark("hoe vaak vertrokken bij wie ermee vergeleken is"),
    "left-gap": mark("verschil in vertrek"),
}
MATTERS = (
    "mean",
    "reference-mean",
    "geometric-mean",
    "reference-geometric-mean",
    "gap",
    "gap-rounding",
    "goes-with",
    "remains",
    "moved-rate",
    "moved-reference",
    "left-rate",
    "left-reference",
)
ASIDE = ("endowments", "coefficients", "interaction", "part-remains")
METHOD_NOTE = mark(
    "Gemiddelden met het interval van Welch. Delen van het verschil: Blinder-Oaxaca, tweedelig met "
    "coëfficiënten uit beide groepen samen met de groep als kolom (Jann), en driedelig; niveaus "
    "genormaliseerd volgens Yun; over schalen Kitagawa. Intervallen met de deltamethode, met "
    "ongelijke spreiding (HC3) en vrijheidsgraden van Satterthwaite. Kwantielen: Woodruff met "
    "Wilson, verschil met square-and-add. Plaats in de schaal: Mann-Whitney per schaal (van "
    "Elteren, DeLong). Bevordering en vertrek: Newcombe. P-waarden aangepast volgens "
    "Benjamini-Hochberg, apart voor de eerste vragen en voor de rest, elk tweemaal geteld. Van "
    "afgeronde en verborgen aantallen: het laagste en hoogste gemiddelde van alle tabellen die "
    "passen, met de grootste standaardfout daarvan."
)

METHOD = Method(
    id="pay",
    question=QUESTION,
    about=mark(
        "U ziet voor elke groep hoeveel zij verdient naast een andere groep, wat daarvan samengaat "
        "met schaal en dienstjaren, en wat overblijft. Met daarnaast wie hogerop komt en wie "
        "vertrekt."
    ),
    needs=mark(
        "Een tabel met aantallen: de groepen, het loon, en zo mogelijk de schaal, de dienstjaren, "
        "wie werd bevorderd en wie vertrok. Het loon mag ook het bedrag zijn dat in de cao bij "
        "schaal en trede hoort: dan hebt u geen salarisadministratie nodig. Neem voor iedereen het "
        "loon bij voltijd. Schrijf schaal, trede en dienstjaren met een letter of in woorden (S7, "
        "T3, 3-5): dan ziet Waterpas dat een rij over meer mensen gaat."
    ),
    asks=(
        Ask(
            name="amount",
            kind="amounts",
            label=mark("In welke kolom staat het loon?"),
            help=mark(
                "Bedragen per maand of per uur, voor iedereen bij voltijd. Waterpas rondt ze af "
                "bij het tellen, en bewaart van niemand het precieze loon."
            ),
            looks=names_amounts,
        ),
        Ask(
            name="scale",
            kind="column",
            label=mark("In welke kolom staat de schaal?"),
            help=mark(
                "Dan ziet u ook het verschil tussen mensen in dezelfde schaal. Het hele verschil "
                "blijft ernaast staan: de schaal kan zelf ongelijk tot stand komen."
            ),
            required=False,
            looks=names_scales,
        ),
        Ask(
            name="given",
            kind="columns",
            label=mark("Waarin moeten mensen nog meer gelijk zijn?"),
            help=mark(
                "Bijvoorbeeld dienstjaren. Kies alleen wat het loon hoort te bepalen. Kiest u "
                "niets, dan vergelijken wij alleen op schaal."
            ),
            required=False,
        ),
        Ask(
            name="moved_up",
            kind="column",
            label=mark("In welke kolom staat wie werd bevorderd?"),
            help=mark(
                "Ja of nee, over het afgelopen jaar. Zo ziet u hoe mensen in een schaal komen."
            ),
            first=False,
            required=False,
        ),
        Ask(
            name="left",
            kind="column",
            label=mark("In welke kolom staat wie vertrok?"),
            help=mark("Ja of nee, over het afgelopen jaar. Wie weg is, zit niet in de lonen."),
            first=False,
            required=False,
        ),
        Ask(
            name="step",
            kind="column",
            label=mark("In welke kolom staat de trede?"),
            help=mark(
                "Een getal. Dan zegt de trede wie hoger staat in een schaal; anders het loon."
            ),
            first=False,
            required=False,
        ),
        Ask(
            name="measure",
            kind="choice",
            label=mark("Hoe meten wij het verschil?"),
            help=mark(
                "In euro, want dat begrijpt iedereen. In procenten als lonen ver uiteenlopen."
            ),
            options=(("amount", mark("in euro")), ("log", mark("in procenten"))),
            default="amount",
            first=False,
            required=False,
        ),
    ),
    measure=pay,
    answers=ANSWERS,
    figures=FIGURES,
    aside=ASIDE,
    matters=MATTERS,
    unsaid=UNSAID,
    notes=NOTES,
    words=words,
    picture=picture,
    prepare=with_coarse_amounts,
    references=("level",),
    outcome=False,
    of_people=True,
    method_note=METHOD_NOTE,
)
