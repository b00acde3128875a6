"""Phrases that mean the same as a word. Declarations only."""

PHRASES = """
approval: approve of; approves of; approved of; approving of
arrest: taken into custody; took into custody; take into custody; rounded up; in custody
attend: took part; take part; takes part; taking part; turned out
attend: turned up; turn up; showed up; show up
bankrupt: went bust; go bust; gone bust
begin: came into force; come into force; came into effect; come into effect; took effect; takes effect; take effect
begin: guns fell silent
begin: took hold; entered into force; enter into force; broke out; went into effect; kicked off; got under way
build: dates from; dates back to; date from; dating from
burn: up in flames; gone up in flames; went up in flames; consumed by fire; consumed by flames
buy: snapped up; took over; takes over; taken over; paid for
cancel: called off; calls off; call off
capacity: can handle; can hold; can carry; can take; can accommodate; can seat; can house; can be carried
capacity: can process; seats for; beds for; safe for; space to
capacity: can store; can produce; can treat; can feed; can lift; can fit; can be stored; could hold; could carry
capacity: designed for; can be housed; be housed; built for; room for; space for; holds up to; hold up to
capture: took prisoner; taken prisoner; taken captive
child: under 18; under-18s; under eighteen; under the age of 18; younger than 18
close: closed its doors; closed for good; went off the grid; taken off the grid; ceased operations; stopped operating
close: shut down; shuts down; closed down; shutting down
collect: raised about; raised more
country: across the country; around the country; throughout the country
cross: passed through; pass through; sailed through; got across
crowned: came to the throne; took the throne; ascended the throne
deficit: be short of; is short of; are short of; will lack
delay: put off; puts off; pushed back; put back
deliver: handed over; hand over; hands over
demand: asked for; asks for; asking for; ask for; called for; calls for; calling for
depend: relies on; rely on; depends on; dependent on
destroy: burn down; burns down
destroy: burned down; burnt down; burned to the ground; burnt to the ground; wiped out; written off; torn down
destroy: reduced to rubble; blown up; blew up; knocked out; put out of action; burned out
dismiss: laid off; lay off; lays off; laying off; lost their jobs; lose their jobs; job cuts; job losses
dismiss: made redundant; let go
dismiss: thrown out of work; put out of work; lost their job; lose their job; shown the door
electric: battery-powered; battery powered
emigrate: left the country; leave the country; left their country; leave their country; moved abroad; move abroad
expel: kicked out; thrown out
finish: came to an end; come to an end; comes to an end; drew to a close; wrapped up; ran out; runs out; run out
flee: driven from their homes; forced from their homes; driven out of; forced to leave; had to leave; left their homes
flee: leave their homes; drove from their homes
flee: left the city; leave the city; left the town; left the area; leave the area; left the region; lost their homes
flee: lose their homes; lost his home; roof over their heads; made homeless
flood: under water
found: set up; sets up; setting up
free: set free; walked free; walk free
gdp: economic output
gdp: gross domestic product
gross: before tax; before taxes; pre-tax
hire: took on; takes on; take on; taken on
hospitalise: brought to hospital; rushed to hospital; in hospitals
hospitalise: in hospital; to hospital; hospital admissions; taken to hospital
inhabit: home to
intercept: brought down; shot down; shoot down; shoots down
kill: claimed the lives; claimed the life; cost the lives; claimed lives; lost their lives; lose their lives
kill: lives were lost; paid with their lives; did not survive; burned to death; lost lives; cost the life
kill: lost his life; shot dead; found dead; left dead; death toll; loss of life
lifespan: average life expectancy; life expectancy; expect to live; expected to live; live to; live to be
lifespan: live to the age
list: went public; go public; initial public offering
loss: in the red; lost money; loses money
marry: tied the knot
missing: unaccounted for
mobile: cell phone; cell phones
mobilise: called up; calls up; call up; drafted into
move: moved house
net: after tax; after taxes; after-tax
oneof: in one place; one of the two; one of the three; one of the four; one of its; one of their; one of them
oneof: in one town; in one village; in one city; in one case; in one district; in one region; in one province
oneof: one of the five
open: opened its doors; opens its doors; open to the public; thrown open
oppose: spoke out against; came out against; are against; is against; were against
outage: cut power; cut off power; cut electricity; lost electricity; in the dark; cutting power
outage: power outages; power was cut
outage: without power; without electricity; no electricity; no power; lost power; lose power; power cuts
pass: gave the green light; waved through; signed off on
percapita: per head; per capita; per person; per household; per inhabitant
price: is sold at; are sold at; sold at; sells at; price tag; sells for; sell for; selling for; sold for; trades at
price: trading at; traded at; changes hands for; goes for
prison: behind bars
produce: turns out; turn out; churns out; churned out
profit: in the black
promise: said it would give; vowed to give
protest: took to the streets; take to the streets; taken to the streets
quit: gave up; given up; give up
recede: moved back; move back; pulled back; drew back
reject: turned down; turns down; turn down; voted down; threw out; struck down
rent: rental prices
reopen: open again; reopen its doors; opens again; opened again
rescue: brought to safety; pulled from; pulled alive; plucked from; brought up alive; taken to safety; brought ashore
resign: left the profession; left the job; handed in his resignation; handed in her resignation
resign: stepped down; steps down; step down; left office
retire: retirement age
revenue: took in; takes in; brought in; brings in; bring in
sentenced: prison term; jail term; prison sentence
sentenced: sent to prison; sent to jail; years in prison; years in jail; years behind bars; put behind bars
shoot: gunshot wounds; gunshot wound; bullet wounds
sign: put their names to; put his name to; put her name to
soldier: under arms
stab: stab wounds; stab wound
strike: called out; on strike; downed tools; walked out
strike: stopped work; went on strike; go on strike; industrial action
support: in favour; in favor
support: spoke out for; came out for; agree with
turnout: cast a ballot; eligible voted; took part in the election; voter participation
unemployment: had no job; have no job; looking for work
unemployment: out of work; without a job; out of a job; no job; have no work; has no work
unpaid: fell behind; falls behind; behind on
vote oppose: voted against; vote against; voting against; votes against; voted no
vote support: voted for; vote for; voting for; voted yes; voted in favour; votes for
vote: went to the polls; go to the polls; cast their ballots; cast ballots; cast their votes
wage: was paid; were paid; is paid; are paid; be paid; been paid; take home; takes home; take-home pay
win: came first; took first place; took gold; came out on top
withdraw: pulled out; pulls out; pull out
world: across the globe; around the world; across the world; around the globe
"""
