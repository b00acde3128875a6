"""Phrases that mean the same as a word for a thing, a measure or a state. Declarations only."""

THING_PHRASES = """
apartmentblock: apartment block; apartment blocks; apartment building; apartment buildings; block of flats
apartmentblock: blocks of flats
asylum: applied for asylum; asylum seeker; asylum seekers; seeking asylum; sought asylum
atm: cash dispenser; cash dispensers; cash machine; cash machines
avianflu: avian flu; avian influenza; bird flu
bankrupt: became insolvent; go bust; go into administration; go to the wall; goes bust; going bust; gone bust
bankrupt: went belly up; went bust; went into administration; went into receivership; went to the wall
blackbox: black box; black boxes; flight recorder; flight recorders
blaze: brush fire; brush fires; forest fire; forest fires; wild fire; wild fires
bse: mad cow; mad cow disease
cabbie: cab driver; cab drivers; taxi driver; taxi drivers
capacity: be housed; beds for; built for; can accommodate; can be carried; can be housed; can be stored; can carry
capacity: can feed; can fit; can handle; can hold; can house; can lift; can process; can produce; can seat; can store
capacity: can take; can treat; could carry; could hold; designed for; hold up to; holds up to; room for; safe for
capacity: seats for; space for; space to
carehome: care home; care homes; nursing home; nursing homes
carpark: car park; car parks; parking lot; parking lots
cctv: security camera; security cameras; surveillance camera; surveillance cameras
champion: title holder; title holders
child: under 18; under eighteen; under the age of 18; under-18s; younger than 18
cinema: movie theater; movie theaters; movie theatre; movie theatres
co2: carbon dioxide
collapse: came crashing down; came tumbling down; cave in; caved in; caves in; caving in
country: across the country; across the nation; all over the country; around the country; around the nation
country: in all parts of the country; nation wide; throughout the country; throughout the nation
country: up and down the country
deficit: are short of; be short of; budget gap; budget hole; budget shortfall; is short of; will lack
dustman: bin men; garbage collector; garbage collectors; refuse collector; refuse collectors
elderly: old people; older adults; older people; retired people; senior citizen; senior citizens
electric: battery powered; battery-powered
er: accident and emergency; emergency department; emergency departments; emergency room; emergency rooms
factory: power plant; power plants; power station; power stations
firefighter: fire fighter; fire fighters
fiscalyear: financial year; fiscal year
gdp: economic output; gross domestic product
ghg: greenhouse gas; greenhouse gases
gross: before tax; before taxes; pre-tax
headteacher: head teacher; head teachers
heatwave: heat wave; heat waves
home: housing unit; housing units; residential properties; residential property; residential unit; residential units
icu: critical care; intensive care
idcard: id card; id cards; identity card; identity cards
inflation: consumer price; consumer price index; consumer price inflation; consumer prices; price growth
interest: bank rate; base rate; benchmark rate; borrowing cost; borrowing costs; key rate; policy rate
kindergarten: nursery school; nursery schools
landfill: garbage dump; garbage dumps; rubbish dump; rubbish dumps; rubbish tip; rubbish tips
lawmaker: member of congress; member of parliament; members of congress; members of parliament
lifejacket: life jacket; life jackets; life vest; life vests
list: go public; goes public; going public; gone public; initial public offering; initial public offerings
list: stock exchange listing; stock market debut; stock market flotation; stock market listing; went public
livestock: farm animal; farm animals
loss: in the red; lose money; loses money; losing money; lost money; made a loss; makes a loss; posted a loss
loss: ran at a loss; runs at a loss
machinegun: machine gun; machine guns
mall: shopping center; shopping centers; shopping centre; shopping centres
manoeuvre: military drill; military drills; military exercise; military exercises; war game; war games
mask: face covering; face coverings; face mask; face masks
mobile: cell phone; cell phones
mortgage: home loan; home loans; housing loan; housing loans
move: moved house
naturereserve: nature reserve; nature reserves; wildlife reserve; wildlife reserves
net: after tax; after taxes; after-tax
ngo: non-governmental organisation; non-governmental organisations; non-governmental organization
ngo: non-governmental organizations
nightly: each night; every night; per night
numberplate: licence plate; licence plates; license plate; license plates; number plate; number plates
olympics: olympic games
oneof: in one case; in one city; in one district; in one place; in one province; in one region; in one town
oneof: in one village; one of its; one of the five; one of the four; one of the three; one of the two; one of their
oneof: one of them
outage: cut electricity; cut off from electricity; cut off from power; cut off power; cut power; cutting power
outage: had no electricity; had no power; have no electricity; have no power; in the dark; left in darkness
outage: lights went out; lose electricity; lose power; loses electricity; loses power; losing electricity
outage: losing power; lost electricity; lost power; no electricity; no longer had power; no power
outage: plunged into darkness; power cut; power cuts; power failure; power failures; power outage; power outages
outage: power was cut; without electricity; without power
percapita: per capita; per head; per household; per inhabitant; per person
pertussis: whooping cough
petrolstation: filling station; filling stations; fuel station; fuel stations; gas station; gas stations
petrolstation: petrol station; petrol stations
police: law enforcement officer; law enforcement officers
postcode: post code; post codes; zip code; zip codes
postman: letter carrier; letter carriers; mail carrier; mail carriers
price: are sold at; asking price; can be bought for; change hands for; changed hands for; changes hands for
price: changing hands for; goes for; is sold at; price tag; priced at; retailed at; retailed for; retailing at
price: retailing for; retails at; retails for; sell at; sell for; selling at; selling for; sells at; sells for
price: sold at; sold for; trade at; traded at; trades at; trading at
prison: behind bars
profit: in the black; made a profit; made money; makes a profit; makes money; net income; posted a profit
profit: turned a profit; turns a profit
programmer: software developer; software developers; software engineer; software engineers
quarter-final: quarter final; quarter finals
quit: gave up; give up; given up
realtor: estate agent; estate agents; real estate agent; real estate agents
revenue: bring in; bringing in; brings in; brought in; rake in; raked in; rakes in; raking in; takes in; taking in
revenue: took in; took in revenue
rig: drilling platform; drilling rig; drilling rigs; oil platform; oil platforms; oil rig; oil rigs
rubella: german measles
schoolyear: academic year; school year
seatbelt: safety belt; safety belts; seat belt; seat belts
semi-final: semi final; semi finals
sms: text message; text messages
softdrink: carbonated drink; carbonated drinks; fizzy drink; fizzy drinks; soft drink; soft drinks
soldier: members of the military; military personnel; service member; service members; service personnel; under arms
spend: fork out; forked out; forking out; forks out; shell out; shelled out; shelling out; shells out; splash out
spend: splashed out
startup: start up companies; start up company
stewardess: air hostess; air hostesses; flight attendant; flight attendants
student: school child; school children
subway: underground railway; underground railways
survey: of those polled; of those questioned; of those surveyed; respondents surveyed; taking part in the survey
survey: took part in the poll; took part in the survey
swineflu: swine flu
tailback: traffic jam; traffic jams
tariff: customs duties; customs duty; import duties; import duty; import tax; import taxes
tower: tower block; tower blocks
trainstation: rail station; railway station; railway stations; train station; train stations
trucker: lorry driver; lorry drivers; truck driver; truck drivers
turnout: cast a ballot; election turnout; eligible voted; eligible voters voted; registered voters voted
turnout: took part in the election; turned out to the polls; voter participation; voter turnout
turnout: went to the polling stations
unemployment: claiming unemployment benefit; claiming unemployment benefits; had no job; had no jobs; has no work
unemployment: have no job; have no jobs; have no work; job seeker; job seekers; looking for work; no job; no work
unemployment: on the dole; out of a job; out of jobs; out of work; seeking a job; seeking work; without a job
unemployment: without jobs; without work
vat: value added tax; value-added tax
wage: are paid; be paid; been paid; being paid; getting paid; got paid; is paid; pay check; pay checks; pay cheque
wage: pay cheques; pay packet; pay packets; take home; take-home pay; taken home; takes home; taking home; took home
wage: was paid; were paid
warship: naval ship; naval ships; naval vessel; naval vessels; navy ship; navy ships
watch: tune in; tuned in; tunes in; tuning in
wealth: net worth
workweek: work week; working week
world: across the globe; across the world; all over the world; around the globe; around the world; the world over
world: throughout the world
"""
