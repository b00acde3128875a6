"""Words that mean the same, as far as numbers are told apart by them. Declarations only.

Each entry is a word for all of them, a colon, and the others; their regular forms need not be listed.
"""

DEEDS = """
gain; shed; win; draw; demand: sought seek; kill: die died dies dying dead death fatality fatal toll life lives slay
slain perish drown deadly mortality massacre murder homicide assassinate assassination slaughter slayings corpse;
wound: injure injury hurt maim; missing: disappear vanish; capture: prisoner pow pows captive inmate;
rescue: save saved;
flee: fled displace evacuate evacuation uproot homeless; return: returnee repatriate; arrest: detain custody detention
detainee; infect: infection infected case sick; hospitalise: hospitalised hospitalized hospitalizes admit admitted
admission; treat: treatment; diagnose: diagnosis diagnoses; vaccinate: vaccination inoculate inoculation jab immunise
immunize; cure: cured; survive: survivor survival; recover: recovery; quarantine: isolate; destroy: destruction raze
wreck ravage gut flatten obliterate demolish demolition; damage; flood: flooded submerge inundate; restore:
restoration reconnect; threaten: threat endanger; repair: mend renovate renovation refurbish; rebuild: rebuilt
reconstruct reconstruction; export: exporter; import: importer; produce: production output pump manufacture extract
extraction; consume: consumption usage use used uses using; stock: stocks; reserve: stockpile; resign: resignation
quit; retire: retirement retiree; hire: recruit recruitment hiring; dismiss: dismissal axe layoff sack redundant
redundancy laid; appoint: appointment nominate nomination; extend: extension prolong; lend: lent; borrow: borrowed
borrowing; repay: repaid repayment; donate: donation donor; invest: investment; sale: sell sold deal contract; buy:
bought purchase acquire acquisition takeover; evict: eviction; insure: insurance; compensate: compensation; bail:
bailout; approval; support: supports favour favor back backing endorse endorsement supporter; oppose: against
opposition opponent; reject: rejection veto; abstain: abstention; vote: voting ballot; elect: election re-elect;
attend: participate participant participation attendance attendee; protest: protester demonstrator demonstrate
demonstration rally; march: marcher; steal: stole stolen theft burglary loot looted; rob: robbery robberies; seize:
seizure confiscate confiscation; smuggle: smuggler; bribe: bribery; free: freed frees freeing; leak: spill leakage;
stab: stabbing; shoot: gunfire gunmen gunman shooting; rape: rapist; kidnap: abduct abduction kidnapping; hijack;
torture; convict: conviction guilty; acquit: acquittal; charge: indict indictment; execute: execution; sentenced:
sentence jailed imprisoned; sue: sued lawsuit; found: founding founded establish establishment; open: inaugurate
opening; reopen: reopening; close: closure shut; sign: signatory signature; ratify: ratification; adopt: adoption;
pass: enact approve; begin: began begun beginning start commence force effect onset; finish: end completion complete
conclude; born: birth; marry: marriage wedding; divorce; publish: publication; cancel: scrap cancellation; delay:
postpone postponement; extradite: extradition; expel: expulsion deport deportation; invade: invasion; deploy:
deployment station; mobilise: mobilize mobilisation conscript; intercept: downed shot interception; fire: launch;
bombard: bombardment shelled; withdraw: withdrew withdrawn withdrawal; surrender; desert: deserter deserted; crowned:
crown coronation; sink: sank sunk sunken; promise: pledge vow; deliver: delivery sent send supply supplier shipped
gone transfer provide; order: ordered; train: training; enrol: enroll enrolment enrollment; graduated; tested; visit:
visitor; wait: queue anchor; cross: crossing; emigrate: emigration emigrant; immigrate: immigration immigrant; apply:
application applicant; felled: felling logged logging; hunt: hunter poach poached; burn: burned burnt scorch; bleach;
recede: retreat; melt; erupt: eruption; emit: emission; pollute: pollution; recycle; smoke: smoker; drink: drank drunk
drinker alcohol; heat; eat: ate eaten; fly: flew flown; drive: drove driver; orbit: circle; meet: met meeting talks
negotiation negotiate; speak: spoke spoken speech; testify: testified testimony witness; inspect: inspection examine
examination screen audit review; investigate: investigation; raid; patrol; inhabit; join: joined; play; score: scored;
assist; collect: gather collection gathered fundraise; lease: leased; rent: tenant; graduate; depart: departure;
crash: crashed; collide: collision; derail: derailment; commute: commuter; translate: translation; download;
subscribe: subscriber subscription; search: searched; hack: hacked hacker breach
"""
"""What is done, or done to what is counted: of two of these at most one is meant."""
IRREGULAR = """
freeze: froze frozen; break: broke broken; build: built; catch: caught; choose: chosen chose; deal: dealt; dig: dug;
feed: fed; feel: felt; fight: fought; find: found; forget: forgot forgotten; grow: grown; hide: hid hidden; hang: hung;
keep: kept; know: knew known; light: lit; ride: rode ridden; ring: rang rung; seek: sought; shake: shook shaken;
sing: sang sung; sleep: slept; speak: spoke spoken; spread: spreading; stick: stuck; strike: struck stricken;
swim: swam swum; swing: swung; teach: taught; tear: tore torn; throw: threw thrown; wake: woke woken; wear: wore worn;
weave: wove woven; write: written; blow: blew blown; bind: bound; bend: bent; hurt: hurts; lay: laid; tie: tied
"""
"""Forms of verbs, as far as no other list has them."""
THINGS = """
average: mean averages averaged averaging; outage: blackout; capacity: accommodate accommodation; price: expensive
cheaper dearer; rain: rainfall rainy precipitation; snow: snowfall; government: state treasury; profit: earnings
surplus; loss: lost lose losing loses; revenue: turnover proceeds takings; defence: defense military; debt: owe
indebted; deficit: shortage shortfall; spend: spent spends spending expenditure outlay; wage: pay salary earn earns
earned earning; loan: credit; aid: assistance relief; tax: taxation levy taxes; fine: penalty; inflation;
unemployment: unemployed jobless joblessness; turnout; seat: mandate; soldier: troop troops servicemen servicewomen
servicemember; fighter: combatant militant militiamen; civilian; worker: employee staff job jobs position employ
employs employment workforce labourer; company: firm business corporation enterprise; home: house household dwelling
flat apartment; student: pupil schoolchildren; teacher; spectator: fan mourner worshipper reveller onlooker; person:
people persons individual individuals human humans resident inhabitant citizen population; patient; doctor: physician
medic; voter: electorate; lawmaker: legislator deputy deputies mp mps parliamentarian; minister; migrant; refugee;
child: children kid minor minors; adult; woman: women female females; man: men male males; youth: young youngster
teenager teenage teen; elderly: pensioner senior seniors; part: component; car: automobile; truck: lorry lorries; bus:
buses coach; forest: deforestation woodland woods; accord: agreement pact treaty; blaze: wildfire inferno bushfire;
semi-final: semifinal semi-finals semifinals; final: finals; winner; runner-up: loser; core: underlying; long: longest
length lengthy; wide: width across; deep: depth deepest; tall: height high highest tallest; altitude; thick: thickness
thinned thinner thin; bankrupt: bankruptcy insolvent insolvency; drone: uav uavs; missile: rocket; aircraft: plane jet
airplane aeroplane airliner; helicopter: chopper; ship: vessel boat; ill: illness; quake: earthquake tremor;
landslide: mudslide; storm: hurricane typhoon cyclone; temperature: warming warmed thermometer mercury; efficacy:
effective effectiveness protection; prevent: prevention; prison: jail imprisonment; share: proportion stake; gdp:
economy economic; test; electricity: power; gas; keep: keeps kept keeping retain retained; north: northern; south:
southern; east: eastern; west: western; low: lower; tourist: holidaymaker; road: highway motorway; rail: railway
railroad; bill: draft; law: legislation statute; plan: intend scheme programme program; room: space; crime: offence
offense; corrupt: corruption; plant; crop: harvest; city: town municipality; village; country: nation national
nationwide; world: worldwide globally global planet; region: regional province provincial; capital; crew; passenger;
film: movie; bank: lender; interest; dividend; customer: client shopper; border: frontier; bomb: bombing explosive;
airstrike: airstrikes; attack: assault; ceasefire: truce armistice; rebel: insurgent guerrilla; police: policemen
policeman officer; weapon: arms arm; shell: ammunition munition; summit;
foreign: abroad overseas foreign-made foreign-owned foreigner; coal;
oil: crude petroleum; nuclear; wind: gust gusts; solar: photovoltaic; hydro: hydroelectric hydropower; renewable:
renewables; first: q1; second: q2; third: q3; fourth: q4; poor: poverty; hungry: hunger starve starvation famine
malnourished malnutrition malnourishment; owner: own ownership owned belong; boy: boys; girl: girls; debris: rubble;
birthrate: fertility; obese: obesity; cancer: tumour tumor; heart: cardiac; diabetes: diabetic; widow: widowed;
orphan: orphaned; disabled: disability; farm: farmland; fisherman: fishermen; match: fixture; internet: online web;
phone: smartphone mobile handset; computer: laptop; video: clip footage; song: track; book: novel; journalist:
reporter; email: e-mail; tower: skyscraper; port: harbour harbor; sea: ocean; island: isle; area: surface; garbage:
rubbish waste trash refuse; co2: carbon; chemical: toxin; drug: medicine medication; pill: tablet; cigarette:
cigarettes; milk: dairy; egg: eggs; corn: maize; soy: soybean soya; fertiliser: fertilizer; cattle: cow cows; sheep:
lambs; pig: hog swine; chicken: poultry hen; wolf: wolves; bee: bees; race: ethnicity; religion: religious faith;
muslim: islam islamic; christian: christianity; jew: jewish; lawyer: attorney; judge: magistrate; court: tribunal;
jury: juror; sanction: sanctions; tariff: duty duties; trade: commerce bilateral; rate; iron: steel; chip:
semiconductor microchip; battery: batteries; engine: motor; panel: module; factory: factories mill; shop: store
outlet; supermarket: grocer; hospital: clinic; university: college; class: classroom; exam: exams; parliament:
legislature congress assembly; king: monarch; referendum: plebiscite; candidate: contender; tank; artillery: howitzer;
gun: rifle firearm; pistol: handgun; landmine: landmines; speed: velocity; weight: heavy; load: cargo; energy; petrol:
gasoline; wealth: fortune; asset: assets; subsidy: subsidies; benefit: welfare; limit: cap ceiling; award: prize;
fossil: fossils; astronaut: cosmonaut
"""
