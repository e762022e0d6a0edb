"""Words by which a text is looked at for names of people, and what only looks like a name.

The first names are here to warn "this looks like a name" and for nothing else. They stand in one
heap, in the order of the alphabet: nothing says, or may ever say, where a name comes from. Names
that are ordinary Dutch words at the begin of a sentence (Wil, Ton, Noor, Max) are left out.
"""


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


FIRST_NAMES = frozenset(
    _words(
        """
    aart abdel abdelaziz abdelkader abdellah abderrahim abdul abdullah achmed adam adriaan adrie
    agnieszka ahmed ahmet aicha aisha aleksandra alexander ali alicja alina amal amina amir
    andre andrzej andré angela anil anita anja anna anne anneke annelies annemarie annet anouk
    antje anton antonius anwar arie arjan arjen arnold arthur artur asha asma astrid ayla ayse
    aysel ayşe aziz aziza aïcha barbara bart bartosz bas beata beatrix berend bert beyza bianca
    bilal bilgin björn bob boris bouchra brahim bram brigitte burak burcu carla carlo carolien
    caroline cees cemil chaimae chandra chantal charlotte chris christiaan christina cihan
    claudia corine cornelis corrie daan damian danielle daniël danuta dariusz david debby demi
    deniz dennis derya dewi dewika dick dirk dominik dorota driss duygu dylan ebru edith edwin
    elif eline elisabeth elise ellen elly els elżbieta emily emine emma emre erdem eric erik
    erwin esma esra esther eva evelien eveline evert ewa ewelina farah farid farida fatih fatiha
    fatima fatma fatoumata fenna ferdi ferry filiz floor floris francien frank frans fred
    frederik frits furkan gabriela geert gerard gerda gerrit gert gijs gina glenn greet gretha
    grzegorz guus gökhan güler gülsen hafida hakan hakim halil halima hamid hamza hanna hannah
    hanneke hans harald harm harry hasan hasna hassan hatice havva heleen helena hendrik henk
    henny herman hicham hilde houda huseyin hussein hüseyin ibrahim ida ikram ilham ilias ilse
    imane imran indra inge ingrid irena irene irina iris iwan iwona jaap jacek jacob jacoba
    jacqueline jadwiga jakub jamal jamila jan janina janneke janny janusz jarek jaroslaw jasper
    jeanette jelle jennifer jeroen jerzy jesse jessica joanna jochem joep johan johanna johannes
    joke jolanda jolanta joost joris jozef juan judith julia julian jurgen justyna jörgen kamil
    kamila karel karim karima karin karol karolina katarzyna kees kemal kenan kevin khadija
    khalid kim kinga klaas klaudia koen konrad krisztina krzysztof kübra laila lars latifa
    latoya laura layla leila lena leo lianne lieke lies linda lisa lisanne loes lotte loubna
    lucas lucia lucy lukasz luuk maaike maarten maciej magda magdalena mahmoud malgorzata malika
    manon marcel marcin marco marek margreet maria mariam marian marianne marieke marijke
    mariska mariusz marjan marjolein mark marleen marlies marloes marta martijn martin martine
    maryam mateusz mathijs matthijs maurits małgorzata mehmet melanie melek melissa menno merel
    merve meryem michael michal michał michel michelle mieke mies milan mimoun mina miranda
    mirjam mirosław mohamed mohammad mohammed monika monique mounir mourad murat mustafa
    mustapha myriam nabil nadia naima najat najib nancy naomi naoual natalia natasja nawal nezha
    nick nicole niels nienke nina nordin noureddine nuray nurten olaf omar omer osama oscar
    osman otto ozlem oğuzhan pascal patricia patrick patrycja paula paulina pawel paweł peter
    petra piet pieter piotr priya przemysław rabia rachid rachida radjesh rafał rajesh ramazan
    ramon ramona ravi rebecca recep rein remco renata renate renske rené ria ricardo richard
    rick rik rinus rita rob robbert robert robin roel roelof rogier roland romy ronald roos
    rosalie rosita rowan ruben ruud ryszard saida saloua sam samantha samir samira sander sandra
    sanne santosh sara sarah saskia saïd saïda sebastian selma semra serkan sevda shanti sharda
    sharon sheila siham silvia simon simone sjaak sjoerd slawomir sofia sofie sophie soufiane
    soumia stanisław stefan stephanie steven stijn sunil suzan suzanne sven svetlana sylvia
    szymon sławomir tamara tanja teun thea theo thijs thomas tijs tim timo tineke tjeerd tom
    tomasz toos trijntje truus tugba tuncay tuğba urszula valerie vera victor vincent wanda
    warda wendy wesley wessel wiesław wiktoria wilhelmina willeke willem willemien willemijn
    wilma wim winston wojciech wouter yasin yasmin yasmina yasmine yassin yassine yavuz yildiz
    ylva yolanda yousra youssef yunus yusuf yvette yvonne zahra zakaria zbigniew zehra zeynep
    zineb zofia zohra zuzanna ömer özlem ümit łukasz
    """
    )
)
# What stands beside another word with a capital without being somebody's surname.
NOT_NAMES = frozenset(
    _words(
        """
    aanpak afdeling afspraken algemeen algemene amnesty antillen april artikel augustus
    autoriteit awb beleid besluit bezwaar bibob bijlage bijstand bouwen buitengewone burgerlijk
    buurt centraal centrum college commissie communicatie cultuur dag december den dienst
    digitale discriminatie domein economie eerste europa europees europese excel februari
    financiën fonds fraude gelijke geweld haag handhaving handreiking hof hoge hr ict
    inburgering inclusief inkomen inspectie instituut integratie internationale januari jeugd
    juli juni juridische kamer kansen keti kinderen koti kwaliteit leefbaarheid leerplicht maart
    mei mens mensen microsoft milieu ministerie nationale nations nederland nederlandse noord
    november office oktober ombudsman omgeving onderwijs onderzoek oost openbaar openbaarheid
    openbare organisatie overheid oversteek participatie pensioen personeel planbureau politie
    privacy programma provincie publieke raad rechtbank rechten rechtspraak rekenkamer rijk
    ruimte samenleven samenleving samenwerking schulden september sint sociaal sociale sport
    staat stad staten statistics stichting subsidies taal team toegang toeslagen toetsing
    toezicht tweede uitvoering unie universiteit verenigde vereniging vergunningen verkeer
    vluchtelingen vng volkshuisvesting vrouwen water waterpas welzijn werk west wet wetboek wijk
    wmo wonen woo word zaken zeeland zorg zuid
    """
    )
)
# How words end that name a place, a law, a document or an organisation.
ENDINGS = _words(
    """
    straat laan plein weg kade dijk singel gracht park wijk kwartier buurt dorp stad dam berg
    burg haven hoven veen meer monde drecht veld school huis gebouw wet besluit verordening
    regeling nota notitie beleid plan begroting raad kamer gemeente provincie bank kantoor
    dienst zorg hulp werk bureau fonds instituut centrum college commissie programma rapport
    verslag lijst wijze instructie akkoord convenant toets scan monitor onderzoek ing ingen heid
    sche schap isme loket punt team zaken recht rechten
    """
)
# Somebody by what they do: a word with a capital behind it is probably a surname.
FUNCTIONS = _words(
    """
    consulent klantmanager klantregisseur casemanager ambtenaar medewerker medewerkster
    beleidsmedewerker beleidsadviseur adviseur jurist teamleider teammanager directeur wijkagent
    agent boa handhaver toezichthouder wethouder burgemeester raadslid griffier
    gemeentesecretaris collega coördinator docent leraar juf dokter huisarts buurman buurvrouw
    cliënt inwoner aanvrager bewoner moeder vader tante oom familie gezin voorzitter
    """
)
# Beginnings of words that say something about origin, skin colour or religion of people.
ORIGINS = _words(
    """
    afkomst herkomst migratieachtergrond migrant allochto autochto turk marokka surina antill
    arubaan curaç syri somali eritre afghaan afghan irak iran poolse polen bulgaar roemeen
    roemeense oekra molukse molukker indisch indonesi chine kaapverd ghanees ghanese nigeria
    moslim islam jood joods hindoe christen witte blanke gekleurd huidskleur sinti vluchteling
    statushouder nieuwkomer hoofddoek ethiopi soedane pakista koerd armeen armeense albane
    vietname egypt tunesi algerij algerijn congole gambia javaan creool creoolse hindoest
    bulgarije roemenië marokko ghana eritrea libane palestij jemen russisch joegoslav bosni
    """
)
# Where somebody may be said to come from.
COUNTRIES = _words(
    """
    turkije marokko suriname curaçao aruba bonaire syrië somalië eritrea afghanistan irak iran
    polen bulgarije roemenië oekraïne rusland hongarije indonesië china kaapverdië ghana nigeria
    ethiopië soedan pakistan india vietnam egypte tunesië algerije libië libanon palestina jemen
    congo gambia senegal kameroen angola albanië kosovo bosnië servië armenië georgië colombia
    venezuela brazilië afrika azië amerika
    """
)
