"""Words by which we recognise a column that says which official decided."""

import re
from collections.abc import Collection

from waterpas.codebooks.names import fold, readings
from waterpas.codebooks.words import MISSING, NO, TOTALS, YES

# A whole header, so that "soort medewerker" and "aantal medewerkers" are something else.
OFFICIAL = (
    r"(?:[a-z]*(?:medewerker|ambtenaar|consulent|behandelaar|beslisser|beoordelaar|inspecteur|"
    r"handhaver|toezichthouder|controleur)|(?:klant|case|zaak|account|line ?)?manager|"
    r"leidinggevende|boa|(?:wijk)?agent|rechter|(?:sociaal )?rechercheur|toetser|"
    r"vergunningverlener|besluitnemer|afhandelaar|intaker|gemandateerde|recruiter|selecteur|"
    r"(?:job|werk|wijk)?coach|regisseur|teamleider|contactpersoon|"
    r"decision ?maker|decider|(?:case ?)?(?:handler|officer|worker)|assessor|inspector|"
    r"examiner|reviewer|adjudicator|official|civil servant|employee|staff member|clerk|judge|"
    r"rater|interviewer|supervisor|enforcer)"
)
WHICH = (
    r"(?:(?:behandelend|beslissend|besluitend|verantwoordelijk|toetsend|controlerend|handhavend|"
    r"uitvoerend|juridisch|administratief|wmo|jeugd|senior|junior|deciding|responsible|assigned)"
    r"e? )?"
)
OF_WHAT = r"(?: (?:wmo|jeugd|bijstand|zorg|inkomen|werk))?"

CALLED = r"(?:(?:naam|code|nummer|nr|id|name|number)(?: (?:van|of))?(?: (?:de|het|the))? )?"
KEY = r"(?: ?(?:naam|code|nummer|nr|id|key|initialen|name|number|initials|\d+))?"
DONE_BY = (
    r"(?:beslist|besloten|behandeld|afgehandeld|beoordeeld|ingevoerd|geaccordeerd|goedgekeurd|"
    r"getekend|verwerkt) door|toegewezen aan|wie (?:be(?:slist|sliste|sloot))|"
    r"(?:decided|handled|assessed|entered|approved|signed) by|assigned to|who (?:decides|decided)"
)
# What stands for one person, whoever that is.
MARKS = r"paraaf|initialen|login|inlognaam|gebruikersnaam|user ?name|personeelsn(?:umme)?r|e ?mail"
SAYS_WHO = re.compile(
    # "Medewerkers" is how many there are.
    rf"(?!medewerkers$){CALLED}{WHICH}{OFFICIAL}(?:en|s)?{KEY}{OF_WHAT}|"
    rf"{DONE_BY}|(?:{MARKS})(?: ?adres)?"
)
# Then the column says whether somebody is one, and not which one.
WHETHER = YES | NO | MISSING | TOTALS | {"wel", "niet", "geen"}
# Then it says what kind of contract somebody has. Words that we know: "jansen" is a word as well.
CONTRACTS = {
    *("vast", "vaste dienst", "in vaste dienst", "vast contract", "permanent"),
    *("tijdelijk", "tijdelijke dienst", "in tijdelijke dienst", "tijdelijk contract", "temporary"),
    *("ingehuurd", "inhuur", "extern", "intern", "external", "internal", "hired", "agency"),
    *("uitzendkracht", "oproepkracht", "stagiair", "trainee", "voltijd", "deeltijd"),
}


def says_who_decides(header: str, levels: Collection[str]) -> bool:
    """Whether a column, by its header, says which official decided; it knows the words it knows."""
    named = any(SAYS_WHO.fullmatch(reading) for reading in readings(header).split(" | "))
    # Not `folded`: "Nee." and "-" do not say who it was either.
    return named and not all(fold(level) in WHETHER | CONTRACTS for level in levels)
