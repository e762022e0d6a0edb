"""The words for origin and religion that stand in cells. All are folded, adjectives without -e."""

from waterpas.codebooks.words import words_in

HOME = words_in(
    """
    nl nederland nederlands netherlands dutch holland nederlander onbekend unknown anders overig
    overige other geen none europa europees europe european eu westers western
    duits frans engels spaans italiaans german french english spanish italian
    """
)
FILLERS = words_in(
    """
    achtergrond herkomst nationaliteit afkomst origine land geboren in uit van de het migratie met
    een en of groep rest zonder wel niet
    with without no yes ja nee american background origin born the from of and or nationality
    people mensen
    """
)

ORIGINS = words_in(
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

RELIGIONS = words_in(
    """
    islamitisch islam moslim moslima moslims muslim islamic protestants protestant katholiek
    catholic hervormd gereformeerd christelijk christen christian joods jood jewish hindoe
    hindoeisme hindu hindoeistisch boeddhist boeddhistisch boeddhisme buddhist evangelisch
    pinkstergemeente orthodox sikh atheist atheistisch humanistisch winti soenniet soennitisch
    sjiitisch alevitisch hoofddoek hoofddoekje hijab hidjab headscarf niqab nikab boerka burqa
    keppel keppeltje kippa tulband turban
    """
)
RELIGION_FILLERS = words_in(
    "rooms roman kerk gemeente geloof geen onbekend anders overig none other unknown niet gelovig "
    "wel met zonder draagt a with without no"
)
