"""Phrases that mean the same as a word for what is done. Declarations only."""

DEED_PHRASES = """
abstain: chose not to vote; declined to vote; did not take sides; did not vote; sat out the vote; withheld their votes
acquit: cleared by a jury; cleared of; clears of; find not guilty; finds not guilty; found not guilty
allocate: put aside; puts aside; putting aside; set aside; sets aside; setting aside
approval: approve of; approved of; approves of; approving of
arrest: held by police; held in custody; in custody; in detention; in police custody; placed under arrest
arrest: put in handcuffs; rounded up; take into custody; taken into custody; takes into custody; taking into custody
arrest: took into custody; under arrest
attend: came out to; in attendance; show up; showed up; showing up; shows up; take part; takes part; takes part in
attend: taking part; took part; turn up; turned out; turned up; turning out; turning up; turns up
bail: bail out; bailed out; bailing out; bails out; rescue package
ban: against the law; declared illegal; made illegal; make illegal; makes illegal; making illegal; put a ban on
begin: became effective; becomes effective; break out; breaking out; breaks out; broke out; broken out
begin: came into effect; came into force; come into effect; come into force; comes into effect; comes into force
begin: coming into effect; coming into force; enter into force; entered into force; entering into force
begin: enters into effect; enters into force; get under way; get underway; gets under way; gets underway
begin: getting under way; getting underway; go into effect; goes into effect; going into effect; got under way
begin: got underway; guns fell silent; kick in; kick off; kicked in; kicked off; kicking off; kicks in; kicks off
begin: take effect; take hold; taken effect; takes effect; takes hold; taking effect; taking hold; took effect
begin: took hold; went into effect
besiege: cut off on all sides; hemmed in; laid siege to; lay siege to; laying siege to; lays siege to; under siege
bombard: came under shelling; rained down on; rained shells on; under bombardment; under shelling
born: brought into the world; came into the world; come into the world; comes into the world; coming into the world
born: gave birth; give birth; given birth; gives birth; giving birth; seen the light of day
borrow: take out loans; taken out loans; taking out loans; took out a loan; took out loans
build: date from; dates back to; dates from; dating from
burn: catch fire; catches fire; catching fire; caught fire; consumed by fire; consumed by flames; gone up in flames
burn: set ablaze; set alight; set fire to; set on fire; sets fire to; setting fire to; up in flames; up in smoke
burn: went up in flames
buy: bought out; bought up; buy out; buy up; buying out; buying up; buys out; buys up; paid for; scooped up; snap up
buy: snapped up; snapping up; snaps up; take over; taken over; takes over; taking over; took over
cancel: call off; called off; calling off; calls off; did away with; do away with; does away with; doing away with
cancel: done away with; dropped plans
capture: held captive; holds captive; prison inmates; prisoner of war; prisoners of war; take prisoner; taken captive
capture: taken prisoner; takes prisoner; taking captive; taking prisoner; took prisoner
charge: brought charges against; charges were brought against; face charges; faced charges; faces charges
charge: facing charges; press charges; pressed charges; pressing charges
close: boarded up; cease operations; cease trading; ceased operations; ceased trading; ceases operations
close: ceases trading; ceasing operations; close down; close its doors; close their doors; closed down
close: closed for good; closed its doors; closed their doors; closes down; closes its doors; closing down
close: closing its doors; out of business; pulled the shutters down; shut down; shut its doors; shut their doors
close: shut up shop; shuts down; shuts its doors; shutting down; stop operating; stopped operating; stops operating
close: taken off the grid; went off the grid
collect: raised about; raised money; raised more; raising money
collide: crashed into each other; head-on crash; hit each other; hit head-on; ran into each other
collide: smashed into each other; struck each other
compensate: made amends; paid damages; pay damages; paying damages
convict: find guilty; finding guilty; finds guilty; found guilty
crash: rammed into; slammed into; slams into; smashed into; smashes into; veered off; went off the road
cross: got across; made the crossing; pass through; passed through; passes through; passing through; sailed across
cross: sailed through; went through the strait
defeat: got the better of; knocked out of the cup
delay: push back; pushed back; pushes back; pushing back; put back; put off; put on hold; put on ice; puts back
delay: puts off; puts on hold; putting back; putting off; putting on hold
deliver: dispatched to; hand over; handed over; handing over; hands over; sent over; shipped out; ships out
demand: ask for; asked for; asking for; asks for; called for; calling for; calls for
depend: depend on; depended on; dependent on; depends on; reliant on; relied on; relied upon; relies on; relies upon
depend: rely on; rely upon; relying on
deploy: boots on the ground; moved into position
derail: came off the rails; came off the tracks; jumped the track; jumped the tracks; left the rails; left the track
derail: left the tracks; off the rails; went off the rails
desert: absent without leave; gone awol; left their posts without leave; ran away from the army; went awol
destroy: blew up; blow up; blowing up; blown to pieces; blown up; blows up; burn down; burn to the ground
destroy: burned down; burned out; burned to the ground; burning down; burns down; burns to the ground; burnt down
destroy: burnt to the ground; gutted by fire; in ruins; knocked out; laid waste; left in ruins; pull down
destroy: pulled down; pulling down; pulls down; put out of action; razed to the ground; reduced to rubble; tear down
destroy: tearing down; tears down; tore down; torn down; wipe out; wiped out; wipes out; wiping out; written off
dig: dig up; digging up; digs up; dug up
discover: came to light; come to light
dismiss: cut jobs; cuts jobs; cutting jobs; forced out of their jobs; given the sack; got the sack; job cuts
dismiss: job losses; jobs are being cut; jobs to be cut; jobs were cut; jobs will be cut; jobs will go; laid off
dismiss: lay off; laying off; lays off; let go; lets go; letting go; lose her job; lose his job; lose their job
dismiss: lose their jobs; losing their jobs; lost her job; lost his job; lost their job; lost their jobs
dismiss: made jobless; made redundant; posts will go; put out of work; shed jobs; shedding jobs; sheds jobs
dismiss: shown the door; staff cuts; taken off the payroll; thrown out of work
distribute: dished out; dole out; doled out; doles out; doling out; gave out; give out; given out; gives out
distribute: giving out; hand out; handed out; handing out; hands out; shared out
divorce: dissolved their marriage; end their marriage; ended their marriage; ending their marriage
donate: gave away; gave to charity; give away; give to charity; given away; given to charity; gives away; giving away
emigrate: leave for abroad; leave the country; leave their country; leaves the country; leaving the country
emigrate: left for abroad; left the country; left the country for good; left their country; move abroad; moved abroad
emigrate: moves abroad; moving abroad
emit: belched out; gave off; give off; given off; gives off; giving off; pumped into the air
emit: pumped into the atmosphere; pumped out; pumps into the atmosphere; pumps out; release into the atmosphere
emit: released into the air; released into the atmosphere; releases into the atmosphere
emit: releasing into the atmosphere; spewed into the air; spewed into the atmosphere
enrol: sign up; signed up; signed up for; signing up; signs up
escape: break out of jail; break out of prison; breaking out of prison; broke out of jail; broke out of prison
escape: broken out of prison
evict: kicked out of their homes; put out of their homes; thrown on the street; thrown onto the street
evict: thrown out of their homes; turf out; turfed out
execute: executed by hanging; faced the firing squad; hanged at dawn; put to death; puts to death; putting to death
execute: sent to the gallows
expel: forced out of the country; kick out; kicked out; kicking out; kicks out; ordered out; ordered to leave
expel: throwing out of the country; thrown out; told to leave
felled: chop down; chopped down; chopping down; chops down; cleared of trees; cut down; cuts down; cutting down
felled: sawed down; sawn down; taken down by loggers
finish: bring to an end; brings to an end; brought to an end; came to a close; came to an end; come to a close
finish: come to an end; comes to a close; comes to an end; coming to an end; draw to a close; drawing to a close
finish: draws to a close; drew to a close; ran out; run out; running out; runs out; wind up; winds up; wrap up
finish: wrapped up; wrapping up; wraps up
flee: abandon their homes; abandoned their homes; driven from their homes; driven out of; driven out of their homes
flee: drove from their homes; drove out of their homes; fled their homes; flee their homes; fleeing their homes
flee: forced from their homes; forced out of their homes; forced to abandon; forced to flee; forced to leave
flee: had to leave; internally displaced; leave the area; leave the city; leave their homes; leaving their homes
flee: left homeless; left the area; left the city; left the region; left the town; left their homes; lose their homes
flee: lost his home; lost their home; lost their homes; made homeless; moved to safety; roof over their heads
flee: without homes
flood: covered by water; covered in water; flood water; flood waters; flooded out; swamped by; under a metre of water
flood: under the water; under water
found: came into being; set up; sets up; setting up
free: given their freedom; hostages were released; let out of jail; let out of prison; prisoners were released
free: release of prisoners; released from captivity; released from custody; released from detention
free: released from jail; released from prison; released hostages; released on bail; released prisoners
free: released without charge; set at liberty; set free; sets free; setting free; walk free; walked free
free: walking free; walks free
hack: broke into its systems; broke into the network; broken into by hackers; cyber attack; cyber attacks
hack: data breach; data breaches; hack into; hacked into; hacking into; hacks into
hide: stashed away; tucked away
hire: added to its payroll; added to the payroll; put on the payroll; take on; taken on; takes on; taking on; took on
hospitalise: admitted to a hospital; brought to hospital; hospital admissions; in hospital; in hospitals
hospitalise: needed hospital treatment; rushed to a hospital; rushed to hospital; taken to a hospital
hospitalise: taken to hospital; to hospital
hunt: killed by poachers
infect: came down with; caught the disease; caught the virus; come down with; coming down with; contract the disease
infect: contract the virus; contracted the disease; contracted the virus; positive test; positive tests
infect: test positive; tested positive; testing positive; tests positive
inhabit: home to; is home to; made their home in; make their home in; makes its home in
intercept: blown out of the sky; brought down; brought them down; downed by; knocked out of the sky; shoot down
intercept: shooting down; shoots down; shot down
invest: plough into; ploughed into; ploughing into; plowed into; put money into
investigate: being looked into; look into; looked into; looking into; looks into; under investigation
join: became a member of; became members of; become a member of; becomes a member of; came aboard
kidnap: carried off by; dragged away; held for ransom; held hostage; holding hostage; spirited away; take hostage
kidnap: taken hostage; takes hostage; taking hostage; took hostage
kill: beaten to death; bludgeoned to death; bodies have been recovered; bodies recovered; bodies were found
kill: bodies were pulled; bodies were recovered; burned to death; claim lives; claim the lives; claimed lives
kill: claimed the life; claimed the lives; claiming lives; claiming the lives; claims lives; claims the lives
kill: cost the life; cost the lives; crushed to death; death toll; did not survive; found dead; froze to death
kill: frozen to death; gun down; gunned down; gunning down; guns down; hacked to death; left dead; lives were lost
kill: lose their lives; losing their lives; loss of life; lost her life; lost his life; lost lives; lost their life
kill: lost their lives; mowed down; mowing down; mown down; paid with their lives; passed away; shot dead
kill: shot to death; stabbed to death; starved to death; taken lives; taken the lives; takes the lives
kill: taking the lives; took the lives; trampled to death
lend: gave a loan of; gave loans; giving loans; granted a loan; granted loans
lifespan: average life expectancy; average lifespan; can expect to live; expect to live; expected to live
lifespan: life expectancy; life span; live to; live to be; live to the age; lived to; lives to; lives to be; living to
marry: exchanged vows; get married; gets married; getting married; got hitched; got married; tie the knot
marry: tied the knot; ties the knot; tying the knot; walked down the aisle
missing: feared lost; lost at sea; not accounted for; not been found; not yet found; nowhere to be found
missing: still not found; unaccounted for; whereabouts are unknown; whereabouts unknown; yet to be found
mobilise: call up; call-up papers; called up; calls up; drafted into; drafted into the army; drafted to
open: cut the ribbon on; officially opened; open for business; open its doors; open their doors; open to the public
open: opened for business; opened its doors; opened their doors; opened to the public; opening its doors
open: opens its doors; opens their doors; opens to the public; thrown open; throws open
oppose: are against; be against; been against; being against; came out against; come out against; coming out against
oppose: disagree with; disagreed with; disagrees with; is against; not in favor; not in favour; speak out against
oppose: spoke out against; were against
overthrow: driven from power; forced from office; forced from power; ousted from power; removed from office
overthrow: removed from power; swept from power; toppled from power
pass: became law; become law; becomes law; gave its approval; gave the go-ahead; gave the green light; gave the nod
pass: gave their approval; give the go-ahead; give the green light; given the go-ahead; given the green light
pass: given the nod; gives the go-ahead; gives the green light; giving the go-ahead; giving the green light
pass: nodded through; sign into law; sign off on; signed into law; signed off on; signing into law; signing off on
pass: signs into law; signs off on; vote through; voted through; votes through; waved through; wins approval
pass: won approval
produce: churned out; churns out; turn out; turns out
promise: committed to giving; gave his word; gave its word; pledged to give; pledges to give; promised to give
promise: promises to give; said it will give; said it would give; said they would give; say they will give
promise: says it will give; vowed to give; vows to give
protest: held a protest; marched through the streets; out on the streets; staged a protest; staged protests
protest: take to the streets; taken to the streets; takes to the streets; taking to the streets; took to the street
protest: took to the streets
publish: came off the press; came out in print
rebuild: build again; built again; built anew; built back; put up again
recede: drew back; move back; moved back; pulled back
recover: get better; gets better; getting better; got better; got well; gotten better
reject: said no to; say no to; says no to; strike down; strikes down; striking down; struck down; threw it out
reject: threw out; throw out; thrown out by; throws out; turn down; turned down; turning down; turns down; vote down
reject: voted down; votes down; voting down
relocate: moved to new homes
rent: rental prices
reopen: back in business; back in operation; open again; opened again; opening again; opens again; reopen its doors
reopen: reopened its doors; reopened their doors; reopening its doors; reopens its doors
repair: fixed up; patch up; patched up
repay: gave back; give back; gives back; giving back; paid back; paid off; pay back; pay off; paying back; paying off
repay: pays back; pays off
rescue: airlifted to safety; bringing to safety; brings to safety; brought ashore; brought to safety
rescue: brought up alive; carried to safety; dug out alive; fished out; led to safety; plucked from
rescue: plucked to safety; pulled alive; pulled from; taken to safety; winched to safety
resign: gives up; giving up; handed in her resignation; handed in his resignation; handed in their resignation
resign: handed in their resignations; kicked the habit; leave office; leave their jobs; leaves office; leaving office
resign: left her post; left his post; left office; left the job; left the profession; left their jobs
resign: left their posts; quit her job; quit her post; quit his job; quit his post; quit the post; quit their jobs
resign: stand down; standing down; stands down; step down; stepped down; stepping down; steps down; stood down
resign: tendered her resignation; tendered his resignation; tendered their resignation; tendered their resignations
restore: reconnected to the grid; switched back on
resume: began again; begin again; begins again; picked up again; started again; starting again; starts again
resume: up and running again
retake: took back; win back; winning back; wins back; won back
retire: go into retirement; left the workforce for good; retirement age; went into retirement
return: moved back home; sent back
rob: held up at gunpoint; robbed at gunpoint
sale: auctioned off; go under the hammer; goes under the hammer; put up for sale; sell off; selling off; sells off
sale: sold off; up for sale; went under the hammer
seize: made a seizure
sentenced: custodial sentence; days in jail; days in prison; given a jail term; given a prison sentence
sentenced: handed down a sentence; jail sentence; jail sentences; jail term; jail terms; locked up for
sentenced: months behind bars; months in jail; months in prison; prison sentence; prison sentences; prison term
sentenced: prison terms; put behind bars; put in jail; put in prison; send to jail; send to prison; sending to jail
sentenced: sending to prison; sends to jail; sends to prison; sent to jail; sent to prison; serving time
sentenced: term of imprisonment; terms of imprisonment; thrown in jail; thrown into prison; years behind bars
sentenced: years in jail; years in prison
shelter: holed up; seek refuge; seeking refuge; seeking shelter; sought shelter; take refuge; take shelter
shelter: taken refuge; taken shelter; takes refuge; taking refuge; taking shelter; took refuge; took shelter
shoot: bullet wound; bullet wounds; gunshot wound; gunshot wounds; hit by bullets; hit by gunfire; open fire
shoot: opened fire; opening fire; opens fire; shots rang out; shots were fired; struck by a bullet; struck by bullets
sign: added their names to; put her name to; put his name to; put his signature to; put pen to paper
sign: put their name to; put their names to; put their signatures to; puts her name to; puts his name to
sign: putting their names to; signed up to
sink: sent to the bottom; went to the bottom
speak: delivered a speech; delivered an address; delivers a speech; gave a speech; gave an address; gives a speech
speak: giving a speech; made a speech; took the floor; took the stand to say
stab: knife attack; knife attacks; knife wound; knife wounds; stab wound; stab wounds
steal: broke into and took; helped themselves to; made off with; make off with; makes off with; making off with
steal: ran off with; took off with
strand: are stuck; got stuck; is stuck; snowed in; were stuck
strike: called out; down tools; downed tools; downing tools; go on strike; goes on strike; going on strike
strike: gone on strike; industrial action; manned picket lines; on picket lines; on strike; on the picket line
strike: on the picket lines; stayed off work; stop work; stopped work; stopping work; stops work; walked out
strike: went on strike; withdrew their labour; work stoppage; work stoppages
sue: file suit; filed suit; files suit; filing suit; go to court; going to court; gone to court; legal action
sue: legal proceedings; take to court; taken to court; takes to court; taking to court; took legal action
sue: took to court; went to court
suicide: commit suicide; commits suicide; committed suicide; committing suicide; die by suicide; died by suicide
suicide: died by their own hand; dies by suicide; dying by suicide; kill themselves; killed herself; killed himself
suicide: killed themselves; killing herself; killing himself; killing themselves; kills herself; kills himself
suicide: take their own lives; taken their own lives; taking her own life; taking his own life
suicide: taking their own lives; took her own life; took his own life; took their own lives
support: agree with; agreed with; agreeing with; agrees with; came out for; come out for; in favor; in favour
support: side with; sided with; sides with; siding with; speak out for; spoke out for
surrender: gave herself up; gave himself up; gave themselves up; give themselves up; giving themselves up
surrender: handed himself in; handed themselves in; laid down arms; laid down their arms; laid down their weapons
surrender: lay down their arms; laying down their arms; lays down its arms; turned herself in; turned himself in
surrender: turned themselves in; waved the white flag
suspend: at a standstill; bring to a halt; brings to a halt; brought to a halt; brought to a standstill
suspend: came to a halt; came to a standstill; come to a halt; comes to a halt; ground to a halt; put a stop to
testify: gave evidence; gave testimony; give evidence; gives evidence; giving evidence; take the stand
testify: takes the stand; taking the stand; took the stand
threaten: at risk; in danger; in jeopardy; in peril
throne: acceded to the throne; ascended the throne; ascends the throne; became king; became queen
throne: came to the throne; comes to the throne; takes the throne; took the crown; took the throne
unpaid: behind on; fall behind; fallen behind; falling behind; falls behind; fell behind; in arrears; past due
vaccinate: fully jabbed; got the jab; got the shot; got their shots; got vaccinated; had the jab; received a dose
vaccinate: received a vaccine; received the jab; received the vaccine
vote: at the polls; ballot paper; ballot papers; cast a vote; cast ballots; cast her vote; cast his vote
vote: cast their ballots; cast their votes; casting ballots; casting their ballots; casting their votes
vote: casts a ballot; go to the polls; goes to the polls; going to the polls; head to the polls; headed to the polls
vote: turned out to vote; went to the polls; went to vote
vote oppose: vote against; vote no; voted against; voted nay; voted no; votes against; votes against it
vote oppose: voting against; voting no
vote support: backed the motion; vote for; vote in favor; vote in favour; voted aye; voted for; voted in favor
vote support: voted in favour; voted yes; votes for; votes in favor; votes in favour; voting for; voting in favor
vote support: voting in favour
wait: in a queue; lined up for; queued up; stand in line; standing in line; stood in line; wait list; waiting list
wait: waiting lists
win: came first; came out on top; come first; comes first; coming first; finish first; finishes first; take gold
win: take the title; takes gold; takes the title; taking gold; took first place; took gold; took the title
win: topped the podium
withdraw: pull out; pulled back from; pulled its troops out; pulled out; pulling out; pulls out
wound: left injured; suffered injuries; suffering injuries; sustained injuries; sustaining injuries
wound: treated for injuries; were left injured
"""
