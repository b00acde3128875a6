"""Countries by their names, people, capitals and short forms: "Norwegian", "Oslo" and "Norway" are one."""

_TABLE = """
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
COUNTRIES: dict[str, str] = {}
for _line in _TABLE.strip().splitlines():
    _names = _line.split()
    for _name in _names:
        COUNTRIES[_name] = _names[0]
PAIRS = {
    ("united", "states"): "america", ("united", "kingdom"): "britain", ("united", "nations"): "un",
    ("north", "korea"): "north korea", ("north", "korean"): "north korea", ("north", "koreans"): "north korea",
    ("south", "korea"): "south korea", ("south", "korean"): "south korea", ("south", "africa"): "south africa",
    ("south", "african"): "south africa", ("new", "zealand"): "new zealand", ("sri", "lanka"): "sri lanka",
    ("european", "union"): "europe", ("south", "sudan"): "south sudan",
    ("federal", "reserve"): "federal reserve", ("hong", "kong"): "hong kong",
}  # fmt: skip
ALONE = {
    "seoul": "south korea",
    "pyongyang": "north korea",
    "pretoria": "south africa",
    "colombo": "sri lanka",
    "fed": "federal reserve",
}
COUNTRIES.update(ALONE)
PLACES = frozenset(COUNTRIES.values()) | frozenset(PAIRS.values())
