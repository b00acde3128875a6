"""Phrases that mean the same as a word. Declarations only."""

PHRASES = """
approval: approve of; approves of; approved of; approving of
attend: took part; take part; takes part; taking part; turned out
bankrupt: went bust; go bust; gone bust
begin: came into force; come into force; came into effect; come into effect; took effect; takes effect; take effect
begin: took hold; entered into force; enter into force; broke out; went into effect; kicked off; got under way
begin: guns fell silent
build: dates from; dates back to; date from; dating from
burn: up in flames; gone up in flames; went up in flames; consumed by fire; consumed by flames
capacity: can store; can produce; can treat; can feed; can lift; can fit; can be stored; could hold; could carry
capacity: designed for; can be housed; be housed; built for; room for; space for; holds up to; hold up to
capacity: can handle; can hold; can carry; can take; can accommodate; can seat; can house; can be carried
capacity: can process; seats for; beds for; safe for; space to
child: under 18; under-18s; under eighteen; under the age of 18; younger than 18
close: shut down; shuts down; closed down; shutting down
collect: raised about; raised more
country: across the country; around the country; throughout the country
crowned: came to the throne; took the throne; ascended the throne
deficit: be short of; is short of; are short of; will lack
deliver: handed over; hand over; hands over
demand: asked for; asks for; asking for; ask for; called for; calls for; calling for
depend: relies on; rely on; depends on; dependent on
destroy: burned down; burnt down; burned to the ground; burnt to the ground; wiped out; written off; torn down
destroy: burn down; burns down
dismiss: laid off; lay off; lays off; laying off; lost their jobs; lose their jobs; job cuts; job losses
dismiss: made redundant; let go
electric: battery-powered; battery powered
emigrate: left the country; leave the country; left their country; leave their country; moved abroad; move abroad
expel: kicked out; thrown out
flee: left the city; leave the city; left the town; left the area; leave the area; left the region; lost their homes
flee: lose their homes; lost his home; roof over their heads; made homeless
flood: under water
found: set up; sets up; setting up
gdp: gross domestic product
hospitalise: in hospital; to hospital; hospital admissions; taken to hospital
inhabit: home to
intercept: brought down; shot down; shoot down; shoots down
kill: claimed the lives; claimed the life; cost the lives; claimed lives; lost their lives; lose their lives
kill: lost his life; shot dead; found dead; left dead; death toll; loss of life
lifespan: average life expectancy; life expectancy; expect to live; expected to live; live to; live to be
lifespan: live to the age
list: went public; go public; initial public offering
missing: unaccounted for
mobile: cell phone; cell phones
mobilise: called up; calls up; call up; drafted into
move: moved house
oneof: in one town; in one village; in one city; in one case; in one district; in one region; in one province
oneof: in one place; one of the two; one of the three; one of the four; one of its; one of their; one of them
oneof: one of the five
outage: without power; without electricity; no electricity; no power; lost power; lose power; power cuts
outage: power outages; power was cut
percapita: per head; per capita; per person; per household; per inhabitant
price: is sold at; are sold at; sold at; sells at; price tag; sells for; sell for; selling for; sold for; trades at
price: trading at; traded at; changes hands for; goes for
prison: behind bars
produce: turns out; turn out; churns out; churned out
promise: said it would give; vowed to give
quit: gave up; given up; give up
recede: moved back; move back; pulled back; drew back
rent: rental prices
reopen: open again; reopen its doors; opens again; opened again
resign: stepped down; steps down; step down; left office
retire: retirement age
revenue: took in; takes in; brought in; brings in; bring in
shoot: gunshot wounds; gunshot wound; bullet wounds
soldier: under arms
stab: stab wounds; stab wound
strike: called out; on strike; downed tools; walked out
support: in favour; in favor
unemployment: out of work; without a job; out of a job; no job; have no work; has no work
unpaid: fell behind; falls behind; behind on
vote oppose: voted against; vote against; voting against; votes against; voted no
vote support: voted for; vote for; voting for; voted yes; voted in favour; votes for
wage: was paid; were paid; is paid; are paid; be paid; been paid; take home; takes home; take-home pay
world: across the globe; around the world; across the world; around the globe
"""
