"""The words for origin and religion that stand in cells. All are folded, adjectives without -e."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


FIRST_NAMES = _words(
    # In no order and with no origin: only to see that a column holds names of people.
    """
    jan piet johannes maria anna johanna cornelis willem hendrik mohamed mohammed ahmed fatima
    ali mehmet ayse emine hassan hussein khadija aicha rachid said youssef yusuf omar ibrahim
    mustafa zeynep elif ismail abdel abdullah samira nadia karim naima latifa hamza bilal amina
    peter kees henk gerrit dirk johan erik mark marco michael thomas david daniel robert richard
    patrick dennis jeroen bas tim tom lars sven sander niels stefan martijn paul frank rob ron
    linda sandra petra monique esther ingrid karin marieke marjan anneke ellen els ans ria truus
    lisa laura emma sophie julia eva sara sarah lotte anouk femke iris kim naomi jessica jennifer
    michelle nicole kevin jason jordan dwayne giovanni ricardo carlos jose juan luis antonio
    winston glenn romeo orlando sharda anand rajesh priya sunita ravi krishna indra wei li ming
    mei chen nguyen linh thi tran agnieszka piotr krzysztof katarzyna malgorzata tomasz andrzej
    ewa ivan elena olga natalia svetlana dmitri sergei mariya yusra noor layla leila yasmina
    amir reza maryam shirin tesfay samuel selam abebe kwame kofi ama fatou mamadou aminata
    joao miguel sofia ines rosa carmen jean pierre marie claire hans jurgen ursula james john
    mary william elizabeth charles george edward margaret susan karen nancy barbara helen
    """
)

HOME = _words(
    """
    nl nederland nederlands netherlands dutch holland nederlander onbekend unknown anders overig
    overige other geen none europa europees europe european eu westers western
    duits frans engels spaans italiaans german french english spanish italian
    """
)
FILLERS = _words(
    """
    achtergrond herkomst nationaliteit afkomst origine land geboren in uit van de het migratie met
    een en of groep rest zonder wel niet
    with without no yes ja nee american background origin born the from of and or nationality
    people mensen
    """
)

ORIGINS = _words(
    """
    marokkaans marokko marokkaan moroccan morocco turks turkije turk turkish turkey surinaams
    suriname surinamer surinamese antilliaans antillen antilliaan antillean arubaans aruba curacaos
    curacao caribisch syrisch syrie syrian syria somalisch somalie somali somalia eritrees eritrea
    eritrean ethiopisch ethiopie ethiopian afghaans afghanistan afghan iraaks irak iraqi iraq
    iraans iran iranian pools polen polish poland bulgaars bulgarije bulgarian bulgaria roemeens
    roemenie romanian romania oekraiens oekraine ukrainian ukraine hongaars hongarije russisch
    rusland russian indonesisch indonesie indonesian indonesia indisch moluks kaapverdisch
    kaapverdie ghanees ghana ghanaian nigeriaans nigeria nigerian chinees china chinese vietnamees
    vietnam vietnamese pakistaans pakistan pakistani indiaas india indian hindoestaans hindostaans
    javaans creools koerdisch kurdish roma sinti egyptisch egypte egyptian egypt tunesisch tunesie
    algerijns algerije libanees libanon palestijns palestina joegoslavisch joegoslavie bosnisch
    bosnie servisch servie kroatisch kroatie albanees albanie congolees congo kameroens kameroen
    angolees angola sierraleoons filipijns filipijnen thais thailand braziliaans brazilie
    colombiaans colombia dominicaans venezolaans armeens armenie georgisch georgie azerbeidzjaans
    afrikaans afrikaan afrika african africa aziatisch azie asian asia arabisch arabier
    latino hispanic caucasian nonwhite allochtoon autochtoon migrant migranten nietwesters
    migratieachtergrond migrantenachtergrond berber berbers papiaments papiamento tigrinya dari
    pasjtoe pashto farsi urdu sranan
    """
)
ORIGIN_PHRASES = (
    "migratie achtergrond",
    "migration background",
    "migrant background",
    "african american",
    "native american",
    "buiten europa",
    "buiten nederland",
    "buiten nl",
    "outside europe",
    "outside the netherlands",
    "niet westers",
    "non western",
    "eerste generatie",
    "tweede generatie",
    "first generation",
    "second generation",
    "kind van migrant",
    "child of migrant",
    "niet eu",
    "non eu",
    "derdelander",
    "van kleur",
    "licht getint",
    "donker getint",
)
REGIONS = frozenset({"nl", "nederland", "europa", "netherlands", "the netherlands", "europe"})

RELIGIONS = _words(
    """
    islamitisch islam moslim moslima moslims muslim islamic protestants protestant katholiek
    catholic hervormd gereformeerd christelijk christen christian joods jood jewish hindoe
    hindoeisme hindu hindoeistisch boeddhist boeddhistisch boeddhisme buddhist evangelisch
    pinkstergemeente orthodox sikh atheist atheistisch humanistisch winti soenniet soennitisch
    sjiitisch alevitisch hoofddoek hoofddoekje hijab hidjab headscarf niqab nikab boerka burqa
    keppel keppeltje kippa tulband turban
    """
)
RELIGION_FILLERS = _words(
    "rooms roman kerk gemeente geloof geen onbekend anders overig none other unknown niet gelovig "
    "wel met zonder draagt a with without no"
)
