"""Words that mean the same or exclude each other, as far as numbers are told apart by them."""

from functools import lru_cache

_SAME = """
kill: killed kills killing died die dies dead death deaths fatality fatalities fatal
kill: toll lives slain perished drowned drown deadly mortality
wound: wounded wounds injured injures injuring injuries injury hurt
missing: disappeared
capture: captured prisoner prisoners pow pows
rescue: rescued saved
flee: fled flees fleeing displaced evacuated evacuate
return: returned returns returning
arrest: arrested arrests detained detain
infect: infected infection infections case cases infects
hospitalise: hospitalised hospitalized admitted
destroy: destroyed destroys destroying destruction razed
damage: damaged damages damaging
export: exports exported exporting exporter exporters
import: imports imported importing importer importers
produce: produced produces production producing output pumps pump pumped manufactured turns
consume: consumed consumption consumes use usage
reserve: reserves stockpile stockpiles
capacity: capacities
price: prices priced expensive cheaper dearer
resign: resigned stepped resignation quit
rain: rainfall rains rainy
government: governments state
appoint: appointed appointment
extend: extended extension
profit: profits earnings surplus
loss: losses lost lose loses losing
revenue: revenues turnover
sale: sales sell sells sold deal deals contract contracts
defence: defense military
debt: debts owes owed owe indebted
deficit: deficits shortfall
spend: spent spending spends expenditure expenditures
wage: wages pay salary salaries
interest:
loan: loans credit credits
aid: assistance
invest: invested investment investments
tax: taxes
fine: fines fined
pension: pensions
inflation:
unemployment: unemployed jobless joblessness
turnout:
approval: approve approves
oppose: opposes opposed against opposition
support: supports supported favour favor backs backed back
seat: seats
soldier: soldiers troops troop servicemen servicewomen
fighter: fighters combatants militants
civilian: civilians
worker: workers employee employees staff jobs job positions employ employs employed workforce
company: companies firm firms business businesses corporation
home: homes house houses household households
student: students pupil pupils schoolchildren
spectator: spectators fans attendance
person: people persons individual individuals humans residents inhabitants citizens population
patient: patients
doctor: doctors physicians
voter: voters electorate
lawmaker: lawmakers legislators deputies mps parliamentarians
migrant: migrants
refugee: refugees
child: children kids
woman: women female females
man: men male males
youth: young teenagers teenage
elderly: pensioners seniors
part: parts component components
car: cars
school: schools
emission: emissions
forest: forests deforestation
promise: promised promises pledge pledged pledges
deliver: delivered delivers delivery sent sends send supplied supplies supply shipped gone transferred provided
order: ordered orders
fire: fired fires launched launches launch
intercept: intercepted downed shot
crown: crowned coronation
found: founded founding established
open: opened opens opening inaugurated
sign: signed signs signing signatories signatures
ratify: ratified ratification
pass: passed enacted adopted
force: effect
begin: began begun begins start started starts beginning commence commenced
finish: finished ended ends ending end completed completion
born: birth
elect: elected election elections
invade: invaded invasion
coal:
gas:
oil: crude petroleum
nuclear:
wind:
solar: photovoltaic
hydro: hydroelectric hydropower
abroad: foreign overseas foreign-made
first: q1
second: q2
third: q3
fourth: q4
semi-final: semifinal semi-finals semifinals
final: finals
winner: winners
runner-up: loser
core: underlying
long: longest length
wide: width across
thick: thickness thinned thinner thin
sink: sank sunk sinking
vote: votes voted voting
bankrupt: bankruptcy insolvent
cut: cuts laid axed axe layoffs dismissed sacked slashed
destroyer:
drone: drones uavs
missile: missiles rockets rocket
tank: tanks
aircraft: planes plane jets airplanes
ship: ships vessels vessel
ill: illness
quake: earthquake earthquakes
climate:
temperature: temperatures warming warmed
vaccine: vaccines vaccination
efficacy: effective effectiveness
sentence: sentenced sentences
prison: jail jailed imprisoned imprisonment
bleach: bleached bleaching
share: proportion
gdp: economy economic
test: tests tested
electricity: power
vehicle: vehicles
keep: keeps kept keeping retain retained
free: freed frees released release releases
north: northern
south: southern
east: eastern
west: western
boy: boys
girl: girls
low: lower
visitor: visitors visited
"""
_EXCLUSIVE = """
harm: kill wound missing capture rescue flee return arrest infect hospitalise ill
damage: destroy damage
aspect: export import produce consume reserve capacity price
money: profit loss revenue debt deficit spend wage interest loan aid tax fine
statistic: minimum median average maximum
rate: inflation unemployment turnout approval vote
crowd: soldier fighter civilian student patient doctor voter lawmaker migrant refugee woman man youth elderly
side: oppose support
commitment: promise deliver order loss
attack: fire intercept
event: resign appoint extend crown found open sign ratify pass force begin finish born invade elect
energy: coal gas oil nuclear wind solar hydro
turn: first second third fourth semi-final final
contest: winner runner-up
weekday: monday tuesday wednesday thursday friday saturday sunday
tally: keep loss free
side of the compass: north south east west
sex: boy girl
sex: man woman
house: upper low
age: old new
arms: drone missile tank aircraft ship
"""
_IGNORED = """
    the and or but nor of to in on at by for with from as that this these those it its he she they we you his her
    their our which who whom whose what when where while whereas than then there here so such not no also only just
    even still already yet more most less least fewer up out off over under above below about around some any all both
    each every other another is are was were be been being am has have had having do does did will would shall should
    can could may might must a an one two into onto through during since until till before after between among within
    without per via because if say says said saying tell told report reported reports reporting according
    announce announced estimate estimated estimates estimating claim claimed claims show shows showed shown find found
    finds suggest suggests suggested put puts warn warned confirm confirmed note noted state stated add added stress
    stressed believe believed think thought expect expected forecast forecasts predicted survey poll study studies
    data figures figure number numbers official officials institute agency commission analyst analysts expert experts
    spokesman spokeswoman spokesperson source sources record records statistics authorities count counted counts list
    lists listed auditors observers stand stands stood reach reaches reached hit hits amount amounts amounted total
    totalled totaled account accounts accounted make makes made making come comes came coming take takes took taken
    taking get gets got give gives given gave go goes going went hold holds held run runs ran lie lies lay set cover
    covers covered represent represents belong belongs include includes included contain contains consist comprise
    become became remain remains remained see saw seen need needs needed uses used using call called calls bring
    brings brought budget bought buy buys buying pay pays paid paying fetch fetched win wins won winning draw drew
    drawn draws carry carried carries choose chose chosen work works worked live lived lives living result results
    drive driven affect affects affected control controls controlled hand hands tag network flies fly flew cause
    caused causes lead leads led play played serve served cost costs worth value valued measure measures measured
    weigh weighs level rate rise rose risen rises rising grow grew grown grows growth growing increase increased
    increases increasing climb climbed climbs jump jumped surge surged soar soared gain gained higher raise raised
    raises fall fell fallen falls falling drop dropped drops dropping decline declined declines decrease decreased
    shrink shrank shrunk contract contracted contraction plunge plunged slump slumped slide slid lowered reduce
    reduced reduces reducing reduction cutting shed dip dipped slip slipped down double doubled doubling triple
    tripled quadruple quadrupled halve halved today now currently recently roughly approximately nearly almost last
    next year years month months week weeks day days annual annually daily monthly yearly time times half quarter
    third thirds percent percentage point points thousand million billion trillion hundred dozen whole overall latest
    alone far mere merely barely part share me us them him my your further much many several few place amid
    year-on-year compared respectively ago early late mid later earlier people person thousands hundreds tens millions
    dollars dollar euros pounds mark want wants wanted lasted lasts operate operates operated own owns owned possess
    possesses boasts service numbered ask asked question questioned interviewed left leave leaves
    """
_NARROWING = """
    youth core net maternal infant child female male foreign domestic civilian urban rural youngest oldest capital
    arctic offshore onshore part-time full-time
    """
_SAYING = """
say says said told tells reported reports announced estimates estimated claims claimed warned confirmed stated insists
insisted believes suggests puts
"""
_RISING = """
rise rose risen rises rising grow grew grown grows growth growing increase increased increases increasing climb climbed
climbs climbing jump jumped jumps surge surged surges soar soared soars gain gained gains raise raised raises raising
expand expanded expands higher up add added hike hiked accelerated upturn more
"""
_FALLING = """
fall fell fallen falls falling drop dropped drops dropping decline declined declines declining decrease decreased
decreases shrink shrank shrunk shrinks contract contracted contracts contraction plunge plunged plunges slump slumped
slide slid lower lowered lowers reduce reduced reduces reducing reduction cut cuts cutting dip dipped slip slipped down
tumbled tumble downturn less halve fewer
"""
SAYING, RISING, FALLING = (frozenset(words.split()) for words in (_SAYING, _RISING, _FALLING))
IGNORED = frozenset(_IGNORED.split())
AHEAD = frozenset(
    "will would shall expected forecast forecasts projected predicted targets plans planned wants".split()
)
_CONCEPT: dict[str, str] = {}
for _line in _SAME.strip().splitlines():
    _concept, _, _words = _line.partition(":")
    for _word in (_concept, *_words.split()):
        _CONCEPT[_word] = _concept
PEOPLE = frozenset(
    """
    soldier fighter civilian worker student patient doctor voter lawmaker migrant refugee child woman man youth elderly
    spectator person capture visitor
    """.split()
)
STEM = 6


@lru_cache(maxsize=16384)
def normal(lower: str) -> str:
    """What the forms of a word share, and words that mean the same here: "exports" and "exported"; "troops"."""
    found = _CONCEPT.get(lower)
    if found is not None:
        return found
    stem = lower
    for ending in ("ing", "ed", "es", "s"):
        if stem.endswith(ending) and len(stem) - len(ending) >= 3 and not stem.endswith(("ss", "us", "is")):
            stem = stem[: -len(ending)]
            break
    return _CONCEPT.get(stem) or stem[:STEM].rstrip("e")


GROUPS_OF: dict[str, tuple[str, ...]] = {}
for _line in _EXCLUSIVE.strip().splitlines():
    _group, _, _words = _line.partition(": ")
    for _word in _words.split():
        GROUPS_OF[normal(_word)] = (*GROUPS_OF.get(normal(_word), ()), _group)
NARROWING = frozenset(map(normal, _NARROWING.split()))
