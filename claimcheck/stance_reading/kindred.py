"""Words that may stand for one another in reports, by stem: loose groups, not strict synonyms."""

from claimcheck.stance_reading.words import stem

_GROUPS = """
kill slay murder execute behead assassinate slaughter massacre shoot gun death die dead deadly fatal decease
arrest detain capture catch apprehend nab seize custody jail imprison prison held
child kid son daughter boy girl baby infant toddler teen teenager minor youngster schoolgirl schoolboy student pupil
man guy male husband father dad boyfriend bloke
woman lady female wife mother mom mum girlfriend fiancee bride
us usa america american washington
uk britain british england english
isis isil daesh jihadist militant extremist terrorist islamist caliphate
russia russian moscow kremlin putin
china chinese beijing
israel israeli
korea korean pyongyang
iraq iraqi baghdad
syria syrian damascus
police cop officer sheriff trooper detective authority
army military troop soldier force pentagon
doctor physician medic surgeon hospital clinic medical
plane jet aircraft airplane airliner flight fighter
car vehicle truck auto suv
ship boat vessel
house home residence apartment condo
shop store outlet retailer boutique
company firm corporation business manufacturer maker
buy purchase acquire acquisition takeover
sell sale retail offload market
price cost pay charge fee worth dollar usd money
job work employ employee worker staff hire
fire sack dismiss oust layoff axe
film movie cinema biopic picture
video footage clip tape film recording
photo picture image photograph selfie snapshot
phone smartphone iphone handset device mobile
fake hoax false bogus phony forged sham
say tell claim state assert declare announce reveal
deny reject dismiss refute rebut
show reveal find indicate suggest demonstrate display
start begin launch open commence kick
end finish stop halt cease conclude quit
plan intend aim propose consider mull
leave exit depart quit resign
join enter recruit
fight battle clash combat war conflict
attack assault raid strike bomb airstrike
injure wound hurt harm
find discover uncover detect spot locate
steal theft thief rob heist loot
give donate donation gift grant hand
rich wealthy millionaire billionaire fortune
big large huge giant massive enormous major great
small tiny little minor
fast quick rapid swift
old elderly aged ancient age
new recent latest fresh
stupid dumb foolish
animal dog cat pet puppy
bird eagle pigeon
food meal eat dinner burger feed diet
restaurant diner eatery cafe
drink alcohol beer wine
ban prohibit forbid outlaw bar block
allow permit let approve authorise authorize legal
increase rise grow surge soar climb boost gain up higher elevate
decrease fall drop decline reduce lower cut shrink down less
cause lead trigger produce result induce drive due
prevent stop avoid block protect avert
help aid assist support benefit
harm damage hurt danger dangerous risk threat hazard
cure treat treatment therapy heal remedy drug medicine medication
disease illness sick sickness infection infect virus condition
covid coronavirus sars-cov pandemic ncov virus sars
vaccine vaccination vaccinate immunization immunise immunize jab shot
symptom sign fever cough
mortality death fatality die lethal
patient case people individual person
mask face covering respirator
transmit spread transmission contagion contagious
immune immunity antibody
warm warming heat hot temperature
climate warming weather
carbon co2 dioxide emission greenhouse
sea ocean marine
ice glacier snow arctic antarctic polar
flood rain storm hurricane deluge
drought dry
earth planet world global worldwide globe
sun solar
human man-made anthropogenic people
scientist researcher expert academic professor
study research paper analysis survey trial
government state official administration minister
law legislation bill rule regulation act
court judge trial justice lawsuit sue
school university college education class
tax levy
vote election ballot poll
president leader chief head boss ceo
religion church priest pope god faith christian
muslim islam islamic
marry marriage wedding wed spouse engaged
pregnant pregnancy birth baby
sex sexual porn intercourse
money cash fund funding
weapon gun arms missile bomb
hostage captive prisoner kidnap abduct kidnapped abducted
rumor rumour gossip speculation
real genuine authentic true actual
twitter tweet social facebook
internet web online website
apple iphone ipad
tv television broadcast channel show
newspaper paper press media journalist reporter
singer rapper musician star celebrity actor actress
island isle
spider insect bug
grave bury burial tomb
missing disappear vanish lost
return back comeback
crash collide accident wreck
explode blast explosion bomb
meteorite meteor asteroid
robot machine mechanical
nude naked
poop defecate urinate pee
heaven afterlife paradise
afraid fear scare panic terror
angry anger outrage furious fury
year annual decade
month week day
"""


def _table() -> dict[str, frozenset[int]]:
    groups: dict[str, set[int]] = {}
    for number, line in enumerate(_GROUPS.strip().splitlines()):
        for word in line.split():
            groups.setdefault(stem(word), set()).add(number)
    return {root: frozenset(numbers) for root, numbers in groups.items()}


GROUPS = _table()
"""The numbers of the groups that a stem belongs to."""
