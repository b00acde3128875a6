"""Countries and capitals, which speak by their own name, and the adjectives made from them."""

_NATIONS = """
afghanistan:afghan albania:albanian algeria:algerian argentina:argentine armenia:armenian australia:australian
austria:austrian azerbaijan:azerbaijani bahrain:bahraini bangladesh:bangladeshi belarus:belarusian belgium:belgian
bolivia:bolivian bosnia:bosnian brazil:brazilian britain:british bulgaria:bulgarian cambodia:cambodian canada:canadian
chile:chilean china:chinese colombia:colombian croatia:croatian cuba:cuban cyprus:cypriot denmark:danish
ecuador:ecuadorian egypt:egyptian england:english estonia:estonian ethiopia:ethiopian europe:european finland:finnish
france:french georgia:georgian germany:german ghana:ghanaian greece:greek hungary:hungarian iceland:icelandic
india:indian indonesia:indonesian iran:iranian iraq:iraqi ireland:irish israel:israeli italy:italian japan:japanese
jordan:jordanian kazakhstan:kazakh kenya:kenyan kosovo:kosovar kuwait:kuwaiti kyrgyzstan:kyrgyz latvia:latvian
lebanon:lebanese libya:libyan lithuania:lithuanian malaysia:malaysian mali:malian mexico:mexican moldova:moldovan
mongolia:mongolian montenegro:montenegrin morocco:moroccan myanmar:burmese nepal:nepalese netherlands:dutch
nigeria:nigerian norway:norwegian oman:omani pakistan:pakistani palestine:palestinian peru:peruvian
philippines:philippine poland:polish portugal:portuguese qatar:qatari romania:romanian russia:russian rwanda:rwandan
scotland:scottish serbia:serbian singapore:singaporean slovakia:slovak slovenia:slovenian somalia:somali spain:spanish
sudan:sudanese sweden:swedish switzerland:swiss syria:syrian taiwan:taiwanese tajikistan:tajik thailand:thai
tunisia:tunisian turkey:turkish turkmenistan:turkmen uganda:ugandan ukraine:ukrainian uzbekistan:uzbek
venezuela:venezuelan vietnam:vietnamese yemen:yemeni zimbabwe:zimbabwean
"""
COUNTRY_OF = {
    adjective: country.capitalize() for country, _, adjective in (pair.partition(":") for pair in _NATIONS.split())
} | {"american": "United States"}
"""The country that an adjective is made from."""
PLACES = frozenset(country.lower() for country in COUNTRY_OF.values()) | frozenset(
    """
    us u.s. usa u.s.a. uk u.k. eu e.u. un u.n. prc dprk uae u.s america london washington moscow beijing kyiv kiev tokyo
    pyongyang seoul paris berlin brussels tehran ankara jerusalem riyadh delhi islamabad kabul baghdad damascus taipei
    hanoi manila jakarta canberra ottawa rome madrid warsaw budapest bucharest sofia athens belgrade minsk vilnius riga
    tallinn helsinki stockholm oslo copenhagen vienna bern prague bratislava zagreb cairo tripoli khartoum nairobi
    pretoria caracas havana bogota brasilia hague geneva texas california florida iowa ohio nevada michigan wisconsin
    pennsylvania virginia vermont massachusetts arizona colorado oregon illinois indiana kansas kentucky louisiana
    maine maryland minnesota mississippi missouri montana nebraska oklahoma tennessee utah alabama alaska arkansas
    connecticut delaware hawaii idaho wyoming crimea donbas gaza asia africa chicago boston miami philadelphia
    """.split()  # noqa: SIM905 - a list of so many words is better read as text
)
"""Lower case, one word each."""

_SPELLINGS = """
america american americans washington us u.s usa
britain london uk u.k england
russia russians moscow kremlin
china beijing
ukraine ukrainians kyiv kiev
germany germans berlin
france paris
italy italians rome
spain madrid
portugal lisbon
poland poles warsaw
netherlands hague
belgium
denmark danes copenhagen
norway norwegians oslo
sweden swedes stockholm
finland finns helsinki
iceland
ireland dublin
switzerland bern
austria austrians vienna
hungary hungarians budapest
czechia czech czechs prague
slovakia slovaks bratislava
slovenia
croatia zagreb
serbia serbs belgrade
bosnia sarajevo
romania romanians bucharest
bulgaria bulgarians sofia
greece greeks athens
turkey turks ankara türkiye
cyprus
estonia tallinn
latvia riga
lithuania vilnius
belarus minsk
moldova chisinau
georgia tbilisi
armenia yerevan
azerbaijan azeri baku
kazakhstan astana
uzbekistan tashkent
iran iranians tehran
iraq iraqis baghdad
syria syrians damascus
israel israelis jerusalem
gaza gazans
palestine palestinians
lebanon beirut
jordan amman
egypt egyptians cairo
libya tripoli
tunisia tunis
algeria algiers
morocco rabat
sudan khartoum
ethiopia
eritrea eritrean
somalia mogadishu
kenya kenyans nairobi
uganda kampala
rwanda kigali
congo congolese kinshasa
nigeria nigerians abuja
ghana accra
senegal senegalese dakar
mali bamako
niger nigerien niamey
chad chadian
angola angolan luanda
mozambique mozambican maputo
zambia zambian lusaka
zimbabwe harare
yemen yemenis sanaa
qatar doha
kuwait
oman muscat
bahrain
emirates emirati uae
saudi saudis riyadh
afghanistan afghans kabul
pakistan pakistanis islamabad
india indians delhi
bangladesh dhaka
nepal nepali kathmandu
myanmar burma
thailand bangkok
vietnam hanoi
cambodia
laos lao
malaysia
singapore
indonesia jakarta
philippines filipino filipinos manila
taiwan taipei
japan tokyo
mongolia
australia australians canberra
canada canadians ottawa
mexico mexicans
brazil brazilians brasilia
argentina argentinian
chile santiago
peru lima
colombia bogota
venezuela caracas
ecuador quito
bolivia
uruguay uruguayan
paraguay paraguayan
cuba havana
haiti haitian
europe europeans brussels eu e.u
africa african africans
asia asian
nato
un u.n
opec
"""
"""A country a line, with what else its people, its language, its capital and itself are called, in lower case."""
_ALONE = {
    "seoul": "south korea",
    "pyongyang": "north korea",
    "pretoria": "south africa",
    "colombo": "sri lanka",
    "fed": "federal reserve",
}
_ADJECTIVES = {country.lower(): adjective for adjective, country in COUNTRY_OF.items()}
COUNTRIES = {
    spelling: country
    for country, *others in (line.split() for line in _SPELLINGS.strip().splitlines())
    for spelling in (country, *others, _ADJECTIVES.get(country, country))
} | _ALONE
"""The country that a word names, people and capitals included: "norwegian", "oslo" and "norway" are one."""
PARTS_OF_COUNTRIES = frozenset(
    """
    washington london moscow beijing kyiv kiev berlin paris rome madrid lisbon warsaw hague copenhagen oslo
    stockholm helsinki dublin bern vienna budapest prague bratislava zagreb belgrade sarajevo bucharest sofia athens
    ankara tallinn tashkent england riga vilnius minsk chisinau tbilisi yerevan baku astana tehran baghdad damascus
    jerusalem beirut amman cairo tripoli tunis algiers rabat khartoum mogadishu nairobi kampala kigali kinshasa
    abuja accra dakar bamako niamey luanda maputo lusaka harare sanaa doha muscat riyadh kabul islamabad delhi dhaka
    kathmandu bangkok hanoi jakarta manila taipei tokyo canberra ottawa brasilia santiago lima bogota caracas quito
    havana brussels seoul pyongyang pretoria colombo
    """.split()  # noqa: SIM905 - a list of so many words is better read as text
)
"""Those of the spellings that are a city or a part: what is counted there is not all of the country's."""
COUNTRY_PAIRS = {
    ("united", "states"): "america", ("united", "kingdom"): "britain", ("united", "nations"): "un",
    ("north", "korea"): "north korea", ("north", "korean"): "north korea", ("north", "koreans"): "north korea",
    ("south", "korea"): "south korea", ("south", "korean"): "south korea", ("south", "africa"): "south africa",
    ("south", "african"): "south africa", ("new", "zealand"): "new zealand", ("sri", "lanka"): "sri lanka",
    ("european", "union"): "europe", ("south", "sudan"): "south sudan",
    ("federal", "reserve"): "federal reserve", ("hong", "kong"): "hong kong",
}  # fmt: skip
"""The same of two words."""
