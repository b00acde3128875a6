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
britain british london uk u.k england
russia russian russians moscow kremlin
china chinese beijing
ukraine ukrainian ukrainians kyiv kiev
germany german germans berlin
france french paris
italy italian italians rome
spain spanish madrid
portugal portuguese lisbon
poland polish poles warsaw
netherlands dutch hague
belgium belgian
denmark danish danes copenhagen
norway norwegian norwegians oslo
sweden swedish swedes stockholm
finland finnish finns helsinki
iceland icelandic
ireland irish dublin
switzerland swiss bern
austria austrian austrians vienna
hungary hungarian hungarians budapest
czechia czech czechs prague
slovakia slovak slovaks bratislava
slovenia slovenian
croatia croatian zagreb
serbia serbian serbs belgrade
bosnia bosnian sarajevo
romania romanian romanians bucharest
bulgaria bulgarian bulgarians sofia
greece greek greeks athens
turkey turkish turks ankara türkiye
cyprus cypriot
estonia estonian tallinn
latvia latvian riga
lithuania lithuanian vilnius
belarus belarusian minsk
moldova moldovan chisinau
georgia georgian tbilisi
armenia armenian yerevan
azerbaijan azerbaijani azeri baku
kazakhstan kazakh astana
uzbekistan uzbek tashkent
iran iranian iranians tehran
iraq iraqi iraqis baghdad
syria syrian syrians damascus
israel israeli israelis jerusalem
gaza gazans
palestine palestinian palestinians
lebanon lebanese beirut
jordan jordanian amman
egypt egyptian egyptians cairo
libya libyan tripoli
tunisia tunisian tunis
algeria algerian algiers
morocco moroccan rabat
sudan sudanese khartoum
ethiopia ethiopian
eritrea eritrean
somalia somali mogadishu
kenya kenyan kenyans nairobi
uganda ugandan kampala
rwanda rwandan kigali
congo congolese kinshasa
nigeria nigerian nigerians abuja
ghana ghanaian accra
senegal senegalese dakar
mali malian bamako
niger nigerien niamey
chad chadian
angola angolan luanda
mozambique mozambican maputo
zambia zambian lusaka
zimbabwe zimbabwean harare
yemen yemeni yemenis sanaa
qatar qatari doha
kuwait kuwaiti
oman omani muscat
bahrain bahraini
emirates emirati uae
saudi saudis riyadh
afghanistan afghan afghans kabul
pakistan pakistani pakistanis islamabad
india indian indians delhi
bangladesh bangladeshi dhaka
nepal nepalese nepali kathmandu
myanmar burmese burma
thailand thai bangkok
vietnam vietnamese hanoi
cambodia cambodian
laos lao
malaysia malaysian
singapore singaporean
indonesia indonesian jakarta
philippines philippine filipino filipinos manila
taiwan taiwanese taipei
japan japanese tokyo
mongolia mongolian
australia australian australians canberra
canada canadian canadians ottawa
mexico mexican mexicans
brazil brazilian brazilians brasilia
argentina argentine argentinian
chile chilean santiago
peru peruvian lima
colombia colombian bogota
venezuela venezuelan caracas
ecuador ecuadorian quito
bolivia bolivian
uruguay uruguayan
paraguay paraguayan
cuba cuban havana
haiti haitian
europe european europeans brussels eu e.u
africa african africans
asia asian
nato
un u.n
opec
"""
"""A country a line, with what its people, its language, its capital and itself are called, in lower case."""
_ALONE = {
    "seoul": "south korea",
    "pyongyang": "north korea",
    "pretoria": "south africa",
    "colombo": "sri lanka",
    "fed": "federal reserve",
}
COUNTRIES = {
    spelling: line.split()[0] for line in _SPELLINGS.strip().splitlines() for spelling in line.split()
} | _ALONE
"""The country that a word names, people and capitals included: "norwegian", "oslo" and "norway" are one."""
COUNTRY_PAIRS = {
    ("united", "states"): "america", ("united", "kingdom"): "britain", ("united", "nations"): "un",
    ("north", "korea"): "north korea", ("north", "korean"): "north korea", ("north", "koreans"): "north korea",
    ("south", "korea"): "south korea", ("south", "korean"): "south korea", ("south", "africa"): "south africa",
    ("south", "african"): "south africa", ("new", "zealand"): "new zealand", ("sri", "lanka"): "sri lanka",
    ("european", "union"): "europe", ("south", "sudan"): "south sudan",
    ("federal", "reserve"): "federal reserve", ("hong", "kong"): "hong kong",
}  # fmt: skip
"""The same of two words."""
