"""The words by which the guard knows a column, in Dutch and English. All are folded."""

import re
from collections.abc import Mapping

from waterpas.web.studies.guard_kinds import Kind


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns))


PERSON = (
    "(?:klant|client|aanvrager|medewerker|werknemer|inwoner|burger|bewoner|kind|leerling|student|"
    "partner|ouder|vader|moeder|sollicitant|kandidaat|deelnemer|contactpersoon|persoon|patient|"
    "behandelaar|consulent|ambtenaar|leidinggevende|manager|melder|betrokkene|huurder|gemachtigde|"
    "bezwaarmaker|ondernemer|beslisser|klantmanager|boa|customer|employee|applicant|citizen|"
    "resident|child|pupil|parent|father|mother|candidate|participant|patient|officer)"
)
NUMBER = "(?:nummer|nr|no|number|id|code|kenmerk|key)"
OF_A_PERSON = re.compile(rf"\b{PERSON}\b")
BARE_NAME = re.compile(r"^(?:naam|namen|name|names)\b(?: \||$)")

# Whatever it counts or says yes or no to, it is not the thing itself.
COUNTED = _any(r"\baantal\b", r"\bpercentage\b", r"\bpct\b", r"\bnumber of\b", r"\bgemiddeld")

HEADERS: Mapping[Kind, re.Pattern[str]] = {
    Kind.BSN: _any(r"\bbsn", r"burger ?service ?n", r"\bsofi ?n"),
    Kind.IBAN: _any(
        r"\biban", r"rekening ?(?:nummer|nr)\b", r"\bbank ?rekening", r"\bbank ?account"
    ),
    Kind.EMAIL: _any(r"\be ?mail\b", r"\be ?mail ?(?:adres|address)", r"\bmail(?: ?adres)?\b"),
    Kind.PHONE: _any(
        r"\btelefoon(?:nummers?|nrs?)?\b",
        r"\btelefoon ?(?:nummer|nr|mobiel|prive|werk|thuis|vast)",
        r"\btel(?: ?nr| ?nummer)?\b",
        r"\bmobiel(?:e ?(?:nummer|telefoon)| ?nr| ?nummer)?\b",
        r"\b(?:tele|mobile |cell)?phone",
        r"\bgsm\b",
    ),
    Kind.DATE_OF_BIRTH: _any(
        r"geboorte ?(?:datum|dag|dat)\b",
        r"\bgeb ?(?:dat|datum|dd)\b",
        r"\bgeboren op\b",
        r"\bdate ?of ?birth\b",
        r"\bbirth ?(?:date|day)\b",
        r"\bdob\b",
        r"\bverjaardag\b",
    ),
    Kind.ADDRESS: _any(
        r"\w*(?<!mail)(?<!web)(?<!internet)(?<!ip)adres\b",
        r"\baddress(?: line)?\b",
        r"\badres ?regel",
        r"\b(?:huis|house) ?(?:nummer|nr|number|no|letter)",
        r"\bhsnr\b",
    ),
    Kind.NUMBER: _any(
        rf"\b{PERSON}(?:en|s)? ?{NUMBER}\b",
        rf"\b(?:personeels|persoons|debiteuren|relatie|lidmaatschaps|vreemdelingen|onderwijs|"
        rf"paspoort|rijbewijs|staff|personnel|person|user|passport|member) ?{NUMBER}\b",
        r"\b[av] ?nummer\b",
        r"\b(?:gebruikers|inlog|login) ?naam\b",
        r"\buser ?name\b",
    ),
    Kind.NAME: _any(
        r"\b(?:voor|achter|familie|geslachts|roep|meisjes|geboorte|doop) ?na(?:am|men)\b",
        r"\b(?:first|last|family|given|full|middle|maiden|birth) ?names?\b",
        r"\b(?:surname|voorletters?|initialen|initials|tussenvoegsels?|voorvoegsels?)\b",
        rf"\b{PERSON}s? ?(?:naam|name)\b",
        rf"\b(?:naam|name)(?: (?:van|of))?(?: (?:de|het|the))? {PERSON}\b",
        r"\bvolledige naam\b",
    ),
    Kind.COUNTRY_OF_BIRTH: _any(
        r"geboorte ?(?:land|plaats|streek|regio)",
        r"\bgeb ?(?:land|plaats)\b",
        r"\bland van geboorte\b",
        r"\bgeboren (?:in|buiten)\b",
        r"\b(?:country|place) ?of ?birth\b",
        r"\bbirth ?(?:country|place)\b",
        r"\bborn (?:in|outside|abroad)\b",
    ),
    Kind.NATIONALITY: _any(r"nationaliteit", r"nationality", r"\bcitizenship\b", r"\bstaatsburger"),
    Kind.RELIGION: _any(
        r"\breligie",
        r"\breligio(?:n|us)",
        r"\bgodsdienst",
        r"\bgeloof\b",
        r"\bgeloofs(?:overtuiging|richting|gemeenschap)",
        r"\blevens ?(?:overtuiging|beschouwing)",
        r"\bfaith\b",
        r"\bkerk(?:genootschap|gezindte)",
        r"\b(?:hoofd ?doek|hijab|hidjab|headscarf|niqab|nikab|boerka|burqa|keppel|tulband|turban)",
        r"\bdenominati",
        r"\b(?:moslim|islamiti|christen\b|katholiek|protestant|joods|hindoe|boeddh|muslim|jewish)",
    ),
    Kind.SKIN_COLOUR: _any(
        r"\bhuids? ?kleur", r"\bkleur van de huid\b", r"\bskin ?(?:tone|colou?r)", r"\bcomplexion\b"
    ),
    Kind.ORIGIN: _any(
        r"herkomst",
        r"\bafkomst",
        r"\betni",
        r"\bethni",
        r"\b(?:migratie|culturele|nationale) ?achtergrond",
        r"\b(?:migration|cultural|migrant) background\b",
        r"\bmigrant",
        r"\b(?:allo|auto)chto",
        r"\b(?:niet ?)?westers\b",
        r"\bbevolkingsgroep",
        r"\borigins?\b",
        r"\bra(?:s|ce)\b",
        r"\bracial\b",
        r"\b(?:moeder|thuis) ?taal\b",
        r"\b(?:mother ?tongue|native ?language|home ?language|first ?language)\b",
        r"\b(?:taal|language) (?:thuis|at home)\b",
        r"\bnon ?white",
        r"\bniet ?wit\b",
    ),
}

# The same word for something else.
NOT_MEANT: Mapping[Kind, re.Pattern[str]] = {
    Kind.ORIGIN: _any(
        r"herkomst ?(?:van )?(?:de |het )?(?:melding|aanvraag|signaal|bestand|data|gegevens|"
        r"middelen|geld|bron|document|bezoek|verkeer|product|dossier|subsidie|zaak|vermogen)",
        r"\b(?:geld|data|bron|product) ?herkomst",
        r"\borigin (?:id|url|system|file)\b",
        r"\bras (?:van (?:de|het) )?(?:hond|dier|kat)\b",
        r"\b(?:honden|katten) ?ras\b",
    ),
    Kind.EMAIL: _any(r"\bmail(?:ing|campagne)"),
}
# These headers hold the words of origin for another reason.
OTHER_LISTS = _any(
    r"\btaal",
    r"\btalen\b",
    r"taal\b",
    r"\blanguage",
    r"\btolk",
    r"\b(?:les|school)? ?vak\b",
    r"\bsubject\b",
    r"\bcursus",
    r"\bkeuken\b",
    r"\bbestemming",
    r"\bwoon ?land\b",
    r"\bland van (?:bestemming|vestiging|verblijf)\b",
    r"\bvestiging",
    r"\bvakantie",
    r"\breis",
)
COUNTRY = re.compile(r"^(?:land(?:code)?|land ?code|country(?: ?code)?|iso ?[23]?)(?: \||$)")
POSTCODE = _any(r"\bpost ?code", r"\bpc6\b", r"\bzip\b", r"\bpostal code\b")
STREET = _any(r"\bstraat(?: ?naam)?\b", r"\bstreet(?: ?name)?\b")
HOUSE_NUMBER = _any(r"\b(?:huis|house) ?(?:nummer|nr|number|no)\b", r"\bhsnr\b")
BIRTH = _any(r"\bgeb", r"\bbirth", r"\bborn\b")
SAYS_LITTLE = re.compile(
    r"^(?:(?:datum|date|dat|kolom|column|veld|field|[a-z]{1,3}|unnamed|groep|group|kenmerk|waarde|value|"
    r"gegevens?|data|info|extra|overig|opmerking|toelichting|omschrijving)? ?\d*)(?: \||$)"
)
