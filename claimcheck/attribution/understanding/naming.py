"""Words that tell a name's kind: titles, offices, organisations, papers, places. Lower case, without full stops."""

MALE_TITLES = frozenset(
    """
    mr sir lord king prince pope father brother congressman chairman spokesman businessman assemblyman
    councilman alderman duke emperor
    """.split()
)
FEMALE_TITLES = frozenset(
    """
    mrs ms miss madam madame dame lady queen princess sister congresswoman chairwoman spokeswoman businesswoman
    assemblywoman councilwoman duchess empress
    """.split()
)
HONORIFICS = frozenset("mr mrs ms miss dr sir dame lord lady prof professor rev reverend fr mx madam madame".split())
"""Titles that everybody may have: they say nothing of an office."""
TITLES = (
    MALE_TITLES
    | FEMALE_TITLES
    | HONORIFICS
    | frozenset(
        """
    president vice-president secretary del senator sen sens governor gov govs representative rep reps minister
    premier chancellor ambassador envoy general gen lt col colonel corporal lieutenant brigadier private maj
    major capt captain adm admiral sgt sergeant cmdr commander commissioner judge justice chair chairperson
    spokesperson director chief adviser advisor mayor sheriff attorney leader speaker deputy candidate analyst
    professor economist historian expert lawyer strategist ceo cfo editor correspondent reporter author marshal
    emir sultan sheikh imam ayatollah bishop archbishop cardinal rabbi official diplomat researcher fellow
    counsel counselor aide consultant pollster activist host columnist journalist delegate nominee lawmaker
    undersecretary president-elect officer presidents
    """.split()
    )
)
"""Words that stand before a person's name, and as common nouns for one person."""
PEOPLE = frozenset(
    TITLES
    - {"gen", "sen", "sens", "gov", "govs", "rep", "reps", "lt", "col", "adm", "sgt", "del", "attorney", "justice"}
    | frozenset(
        """
    person man woman attorney scholar scientist academic engineer prosecutor banker investor executive manager
    owner founder soldier fighter veteran resident witness supporter critic opponent donor voter member
    colleague friend source insider adviser operative organizer organiser pastor priest teacher student doctor
    worker politician republican democrat conservative liberal writer blogger observer staffer employee
    representative head boss coach player father mother wife husband son daughter brother sister billionaire
    contender hopeful frontrunner incumbent newcomer rival whistleblower defector commentator negotiator
    regulator investigator inspector mediator trader spokesman lobbyist girl boy
    """.split()
    )
)
MALE_NOUNS = MALE_TITLES | frozenset("man father husband son brother boy".split())
FEMALE_NOUNS = FEMALE_TITLES | frozenset("woman mother wife daughter sister girl".split())
ORGANISATIONS = frozenset(
    """
    ministry department committee institute institution center centre university council agency corp corporation
    inc ltd llc plc co party times post news office bureau commission house senate congress court association
    group union bank fund foundation organization organisation army navy command staff service services police
    board journal network academy school college club company airlines airways campaign project coalition
    alliance authority administration embassy parliament duma endowment society federation league pentagon
    kremlin treasury cabinet government assembly forum initiative observatory conference watch international nations
    motors
    holdings partners industries technologies systems laboratory laboratories press magazine herald tribune
    gazette telegraph guardian chronicle globe media radio television tv broadcasting forces force guard corps
    division brigade directorate secretariat delegation mission consulate tribunal caucus chamber committees
    studies pac parenthood militia front movement brotherhood airline hospital church synod registry exchange
    consortium trust firm studio studios
    """.split()
)
"""The last word, or one of the words, of what an organisation is called; as common nouns, one organisation."""
OUTLETS = frozenset(
    """
    reuters politico bloomberg afp ap cnn bbc nbc cbs abc msnbc npr pbs xinhua tass interfax axios buzzfeed
    breitbart newsweek forbes economist spiegel monde figaro haaretz jazeera vox slate quartz guardian kyodo
    yonhap ukrinform ria sputnik rt telegram twitter facebook cnbc itar-tass dpa efe ansa anadolu meduza
    bellingcat
    """.split()
)
SPOKEN_AT = frozenset("twitter facebook instagram telegram youtube tiktok weibo x snapchat".split())
"""Places where anybody publishes: no one who passes words on."""
PRESS = frozenset(
    """
    newspaper paper outlet magazine daily weekly broadcaster channel network station website site blog agency
    wire journal publication press media tabloid podcast
    """.split()
)
TITLES_OF_PAPERS = frozenset(
    """
    times post news journal herald tribune globe chronicle gazette telegraph guardian ledger courier echo wire
    observer mail mirror examiner inquirer enquirer dispatch bulletin monitor register review insider beast
    caller sentinel weekly magazine independent standard observer
    """.split()
)
"""The last words of what newspapers and agencies are called."""
BRANDS = frozenset(
    """
    inc corp corporation ltd llc plc company motors airlines airways holdings partners industries technologies
    systems energy bank group steel oil gas pharma pharmaceuticals media capital labs networks shipping
    insurance foods telecom electric aerospace automotive logistics mining petroleum chemicals institute
    institution endowment university
    """.split()
)
"""The last words of names that are often called by their first word alone."""
THINK_TANKS = frozenset("institute institution center centre endowment foundation council studies forum".split())
COMPANIES = frozenset(
    """
    inc corp corporation ltd llc plc co company motors airlines airways holdings industries technologies systems
    """.split()
)
PAPERS = frozenset(
    """
    report study paper survey poll analysis assessment statement letter memo memorandum article story book
    filing document indictment complaint lawsuit ruling tweet post email e-mail interview speech op-ed editorial
    column review investigation inquiry audit brief briefing bulletin dossier essay dispatch estimate release
    transcript ad ads advertisement commercial testimony affidavit petition communique note message thread video
    research finding findings data statistics figures reports studies polls surveys papers documents statements
    letters emails e-mails tweets
    """.split()
)
"""What is written or said and has an author."""
RESEARCH = frozenset(
    """
    report reports study studies paper papers survey surveys poll polls analysis assessment article story book
    review investigation inquiry audit dossier research finding findings data statistics figures brief
    """.split()
)
"""Those of them that find something out or tell of it."""
CALENDAR = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december jan feb mar apr jun jul aug sept sep oct nov dec christmas easter
    ramadan spring summer autumn winter fall eastern pacific est edt gmt am pm a.m. p.m.
    """.split()
)
ABBREVIATED_MONTHS = frozenset("jan feb mar apr jun jul aug sep sept oct nov dec".split())
"""Words of the calendar that are syllables of names, too."""
PARTISANS = frozenset(
    """
    republican democrat democratic republicans democrats conservative liberal labour tory independent gop
    libertarian former ex then current acting senior
    """.split()
)
"""Words that may stand, with a capital, before a person's name and are no part of it."""
OF_OFFICE = frozenset(
    """
    state defense defence commerce energy labor labour health education transportation agriculture treasury
    interior justice staff security intelligence operations communications policy research programs programmes
    """.split()
)
"""What one may be secretary, director or chief of."""
GENERATIONS = frozenset("jr sr ii iii iv".split())
PARTICLES = frozenset("de van von der den bin ibn al el la le du da dos di del ben ter".split())
