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
