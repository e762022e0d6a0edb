"""The policy of Voorbeeldstad on preschool, as it was and as it was written again. Made up."""

FIRST = """\
# Beleidsnota voorschool

## 1. Waar het om gaat

In Voorbeeldstad gaan 640 peuters naar een voorschool. Kinderen die beginnen met een \
achterstand in taal, moeten daar zo veel mogelijk van inhalen voordat zij naar groep 1 gaan. De \
voorschool is er voor alle kinderen. Wie een indicatie heeft, krijgt meer uren.

Het consultatiebureau geeft de indicatie. De jeugdverpleegkundige let op de taal die thuis \
wordt gesproken, op de opleiding van de ouders en op hun land van geboorte.

## 2. Wie gaat voor

Er zijn meer kinderen dan plekken. Kinderen met een indicatie gaan voor. Zijn er dan nog \
plekken, dan beslist de locatie naar eigen inzicht wie er past in de groep.

In Havenkwartier zijn de wachtlijsten het langst. Daarom geldt voor dit aandachtsgebied een \
extra toets: de locatie bekijkt eerst of het gezin gemotiveerd is.

## 3. Wat wij van ouders vragen

Ouders melden zich digitaal aan, met DigiD. Zij spreken voldoende Nederlands om met de leidster \
te kunnen overleggen, of nemen zelf iemand mee.

Ouders van kinderen met een indicatie volgen de cursus Samen opvoeden. Wie de cursus niet \
afmaakt, kan zijn plek verliezen. Het is de verantwoordelijkheid van de ouders zelf dat hun \
kind op tijd begint.

Een deel van de anderstalige gezinnen is moeilijk bereikbaar. Bij hen gaat het \
consultatiebureau op huisbezoek, en controleert het of het kind vaak genoeg komt.

Na drie keer zonder bericht wegblijven vervalt de plek. Voor islamitische en christelijke \
feestdagen vragen ouders vooraf verlof aan.

## 4. Wat wij doen

De locaties werken met hetzelfde programma voor taal en spel. De gemeente betaalt per kind, en \
stelt voor dit doel 1,4 miljoen euro per jaar beschikbaar. Twee keer per jaar praten de \
locaties en het consultatiebureau over de plaatsing.

Ouders die het niet eens zijn met een besluit, kunnen bezwaar maken.

Vragen over deze nota: de afdeling Jeugd, voorschool@voorbeeldstad.example.
"""
CHANGES = (
    (
        "Zijn er dan nog plekken, dan beslist de locatie naar eigen inzicht wie er past in de "
        "groep.",
        "Zijn er dan nog plekken, dan gaat het kind voor dat het langst wacht.",
    ),
    (
        "Zij spreken voldoende Nederlands om met de leidster te kunnen overleggen, of nemen zelf "
        "iemand mee.",
        "Wie daar hulp bij wil, belt met het consultatiebureau. Is er een tolk nodig, dan regelt "
        "de locatie die.",
    ),
    (
        "Ouders die het niet eens zijn",
        "De wethouder Jeugd is verantwoordelijk. In het voorjaar volgt een evaluatie: wie kreeg "
        "een plek, en wie niet?\n\nOuders die het niet eens zijn",
    ),
)


def second() -> str:
    """The policy as it was written again."""
    text = FIRST
    for old, new in CHANGES:
        text = text.replace(old, new)
    return text
