"""Words that mean the same, as far as numbers are told apart by them. Declarations only.

Each entry is a word for all of them, a colon, and the others; their regular forms need not be listed.
"""

DEEDS = """
gain; shed; win: clinch; draw: lure; demand: sought seek request; kill: die died dies dying dead death fatality fatal
toll life lives slay slain perish drown deadly mortality massacre murder homicide assassinate assassination slaughter
slayings corpse cull martyred euthanise euthanize succumb exterminate homicidal cadaver; wound: injure injury hurt
maim mutilate; missing: disappear vanish disappearance untraced; capture: prisoner pow pows captive inmate captivity;
rescue: save saved extricate; flee: fled displace evacuate evacuation uproot homeless displacement evacuee exodus;
return: returnee repatriate repatriation; arrest: detain custody detention detainee apprehend apprehension nab roundup
round-up; infect: infection infected case sick sicken; hospitalise: hospitalised hospitalized hospitalizes admit
admitted admission hospitalize hospitalisation hospitalization; treat: treatment; diagnose: diagnosis diagnoses;
vaccinate: vaccination inoculate inoculation jab immunise immunize immunisation immunization; cure: cured heal;
survive: survivor survival; recover: recovery recuperate recuperation convalesce convalescence; quarantine: isolate
isolation self-isolate self-isolation; destroy: destruction raze wreck ravage gut flatten obliterate demolish
demolition devastate devastation ruin bulldoze annihilate annihilation; damage; flood: flooded submerge inundate
inundation waterlogged floodwater deluge; restore: restoration reconnect; threaten: threat endanger jeopardise
jeopardize imperil; repair: mend renovate renovation refurbish overhaul revamp; rebuild: rebuilt reconstruct
reconstruction; export: exporter; import: importer importation; produce: production output pump manufacture extract
extraction producer manufacturer; consume: consumption usage use used uses using utilise utilize guzzle; stock:
stocks; reserve: stockpile; resign: resignation quit; retire: retirement retiree; hire: recruit recruitment hiring;
dismiss: dismissal axe layoff sack redundant redundancy laid lay-off retrench retrenchment downsizing downsize;
appoint: appointment nominate nomination; extend: extension prolong lengthen; lend: lent; borrow: borrowed borrowing
borrower; repay: repaid repayment; donate: donation donor; invest: investment; sale: sell sold deal contract offload
divest divestment divestiture seller; buy: bought purchase acquire acquisition takeover buyer purchaser acquirer
buyout buy-out procure procurement; evict: eviction; insure: insurance; compensate: compensation restitution redress
indemnity indemnify reparation; bail: bailout bail-out; approval; support: supports favour favor back backing endorse
endorsement supporter backer favourable favorable; oppose: against opposition opponent objector; reject: rejection
veto rebuff spurn disallow; abstain: abstention; vote: voting ballot; elect: election re-elect re-election reelect
reelection; attend: participate participant participation attendance attendee compete contestant entrant; protest:
protester demonstrator demonstrate demonstration rally protestor demo picket; march: marcher; steal: stole stolen
theft burglary loot looted plunder pillage pilfer burgle burglar looter larceny; rob: robbery robberies heist robber;
seize: seizure confiscate confiscation impound; smuggle: smuggler; bribe: bribery kickback backhander; free: freed
frees freeing; leak: spill leakage spillage seepage; stab: stabbing knifed knifing; shoot: gunfire gunmen gunman
shooting shooter gunshot; rape: rapist; kidnap: abduct abduction kidnapping abductee snatch; hijack; torture; convict:
conviction guilty; acquit: acquittal exonerate exoneration; charge: indict indictment; execute: execution; sentenced:
sentence jailed imprisoned; sue: sued lawsuit litigation plaintiff; found: founding founded establish establishment
co-found; open: inaugurate opening inauguration; reopen: reopening re-open; close: closure shut shutdown shutter;
sign: signatory signature; ratify: ratification; adopt: adoption; pass: enact approve authorise authorize
authorisation authorization enactment greenlight green-light rubber-stamp; begin: began begun beginning start commence
force effect onset commencement kick-off kickoff; finish: end completion complete conclude conclusion expire expiry
expiration lapse; born: birth; marry: marriage wedding wed newlywed matrimony nuptials; divorce; publish: publication;
cancel: scrap cancellation abolish abolition; delay: postpone postponement defer deferral deferment reschedule adjourn
adjournment; extradite: extradition; expel: expulsion deport deportation deportee banish banishment; invade: invasion;
deploy: deployment station redeploy redeployment; mobilise: mobilize mobilisation conscript mobilization conscription
draftee call-up; intercept: downed shot interception downing; fire: launch; bombard: bombardment shelled; withdraw:
withdrew withdrawn withdrawal pullout pull-out; surrender: capitulate capitulation; desert: deserter deserted
desertion awol; crowned: crown coronation; sink: sank sunk sunken; promise: pledge vow commitment; deliver: delivery
sent send supply supplier shipped gone transfer provide shipment dispatch despatch consignment; order: ordered; train:
training; enrol: enroll enrolment enrollment enrollee matriculate matriculation; graduated; tested; visit: visitor;
wait: queue anchor; cross: crossing traverse; emigrate: emigration emigrant emigre émigré; immigrate: immigration
immigrant; apply: application applicant; felled: felling logged logging; hunt: hunter poach poached poacher; burn:
burned burnt scorch torch char incinerate; bleach; recede: retreat; melt; erupt: eruption; emit: emission emitter;
pollute: pollution contaminate contamination pollutant polluter; recycle; smoke: smoker; drink: drank drunk drinker
alcohol; heat; eat: ate eaten; fly: flew flown; drive: drove driver motorist; orbit: circle; meet: met meeting talks
negotiation negotiate; speak: spoke spoken speech; testify: testified testimony witness eyewitness; inspect:
inspection examine examination screen audit review scrutinise scrutinize scrutiny; investigate: investigation probe
inquiry enquiry; raid; patrol; inhabit; join: joined accede accession; play; score: scored; assist; collect: gather
collection gathered fundraise amass fundraiser fund-raise; lease: leased; rent: tenant rental renter tenancy;
graduate: graduation; depart: departure; crash: crashed pileup pile-up; collide: collision; derail: derailment;
commute: commuter; translate: translation; download; subscribe: subscriber subscription; search: searched scour; hack:
hacked hacker breach cyberattack cyber-attack
"""
"""What is done, or done to what is counted: of two of these at most one is meant."""
VERBS = """
freeze: froze frozen; break: broke broken fracture; build: built construct construction erect; catch: caught; choose:
chosen chose; dig: dug excavate excavation; feed: fed; feel: felt; fight: fought; forget: forgot forgotten; grow:
grown; hide: hid hidden conceal concealment; hang: hung; know: knew known; light: lit; ride: rode ridden; ring: rang
rung; shake: shook shaken; sing: sang sung; sleep: slept; spread: spreading; stick: stuck; strike: struck stricken
walkout walk-out stoppage; swim: swam swum; swing: swung; teach: taught; tear: tore torn; throw: threw thrown hurl
fling flung lob; wake: woke woken; wear: wore worn; weave: wove woven; write: written; blow: blew blown; bind: bound;
bend: bent; tie: tied; refund: reimburse reimbursement; revoke: rescind repeal revocation annul annulment nullify
quash invalidate; riot: rioter; embezzle: misappropriate misappropriation; retake: retook recapture reconquer; pardon:
amnesty clemency; transport: haulage; discover: unearth; depend: rely reliance reliant dependence dependency;
lifespan: longevity life-span; unpaid: arrears overdue; suspend: halt; ban: prohibit prohibition outlaw forbid forbade
forbidden proscribe proscription; nationalise: nationalize nationalisation nationalization; relocate: resettle
resettlement rehouse; waive: waiver forgive forgave forgiven forgiveness; fraud: defraud swindle scam fraudulent;
counterfeit: forgery bogus phoney; defeat: beat beaten thrash trounce vanquish; overthrow: topple oust ouster depose
unseat; attacker: assailant; besiege: siege encircle encirclement; shelter: refuge; strand: maroon; bury: burial;
exhume: exhumation disinter; sow: sown; plough: plow; reforest: afforestation replant; payment: disburse disbursement;
finance: funding funded bankroll; allocate: earmark allot allotment; deny: denial; abuse: mistreat mistreatment
maltreat maltreatment ill-treat ill-treatment; evade: evasion; escape: abscond jailbreak; clash: skirmish; resume:
resumption restart; broadcast: televise telecast; distrust: mistrust; distribute: handout; annex: annexation;
relinquish: cede; suffocate: asphyxiate asphyxiation; strangle: throttle; abortion: abort; stop: stopped stopping;
repel: repulse; happen: occur occurred occurring occurs
"""
"""Other verbs: of two of these both may be meant, as "order" and "build" of one ship."""
THINGS = """
average: mean averages averaged averaging; outage: blackout; capacity: accommodate accommodation; price: expensive
cheaper dearer; rain: rainfall rainy precipitation downpour; snow: snowfall; government: state treasury; profit:
earnings surplus; loss: lost lose losing loses; revenue: turnover proceeds takings; defence: defense military; debt:
owe indebted indebtedness; deficit: shortage shortfall; spend: spent spends spending expenditure outlay; wage: pay
salary earn earns earned earning paycheck paycheque remuneration; loan: credit; aid: assistance relief; tax: taxation
levy taxes; fine: penalty penalise penalize; inflation: cpi; unemployment: unemployed jobless joblessness jobseeker;
turnout; seat: mandate; soldier: troop troops servicemen servicewomen servicemember serviceman servicewoman
servicepeople; fighter: combatant militant militiamen; civilian; worker: employee staff job jobs position employ
employs employment workforce labourer workman workmen laborer staffer workpeople working-people; company: firm
business corporation enterprise; home: house household dwelling flat apartment abode; student: pupil schoolchildren
schoolchild schoolkid; teacher: schoolteacher educator schoolmaster; spectator: fan mourner worshipper reveller
onlooker reveler concertgoer festivalgoer; person: people persons individual individuals human humans resident
inhabitant citizen population; patient; doctor: physician medic; voter: electorate elector; lawmaker: legislator
deputy deputies mp mps parliamentarian congressman congressmen congresswoman congresswomen assemblyman assemblymen
assemblywoman; minister; migrant; refugee; child: children kid minor minors; adult; woman: women female females
womenfolk; man: men male males menfolk; youth: young youngster teenager teenage teen adolescent; elderly: pensioner
senior seniors oap; part: component; car: automobile auto motorcar; truck: lorry lorries hgv tractor-trailer; bus:
buses coach; forest: deforestation woodland woods deforest; accord: agreement pact treaty; blaze: wildfire inferno
bushfire conflagration; semi-final: semifinal semi-finals semifinals; final: finals; winner; runner-up: loser; core:
underlying; long: longest length lengthy; wide: width across; deep: depth deepest; tall: height high highest tallest;
altitude; thick: thickness thinned thinner thin; bankrupt: bankruptcy insolvent insolvency; drone: uav uavs; missile:
rocket; aircraft: plane jet airplane aeroplane airliner jetliner; helicopter: chopper copter helo rotorcraft; ship:
vessel boat; ill: illness ailment; quake: earthquake tremor temblor; landslide: mudslide landslip; storm: hurricane
typhoon cyclone; temperature: warming warmed thermometer mercury; efficacy: effective effectiveness protection;
prevent: prevention; prison: jail imprisonment gaol penitentiary; share: proportion stake; gdp: economy economic;
test; electricity: power; gas; keep: keeps kept keeping retain retained; north: northern; south: southern; east:
eastern; west: western; low: lower; tourist: holidaymaker vacationer sightseer tourism; road: highway motorway roadway
freeway expressway thoroughfare; rail: railway railroad; bill: draft; law: legislation statute; plan: intend scheme
programme program; room: space; crime: offence offense; corrupt: corruption; crop: harvest reap; city: town
municipality metropolis; village; country: nation national nationwide countrywide nation-wide country-wide; world:
worldwide globally global planet world-wide; region: regional province provincial; capital; crew; passenger: traveller
traveler; film: movie motion-picture; bank: lender; interest; dividend; customer: client shopper; border: frontier;
bomb: bombing explosive; airstrike: airstrikes; attack: assault onslaught; ceasefire: truce armistice; rebel:
insurgent guerrilla insurrectionist guerilla; police: policemen policeman officer cop policewoman policewomen; weapon:
arms arm weaponry armament; shell: ammunition munition; summit; foreign: abroad overseas foreign-made foreign-owned
foreigner; coal; oil: crude petroleum; nuclear; wind: gust gusts; solar: photovoltaic; hydro: hydroelectric
hydropower; renewable: renewables; first: q1; second: q2; third: q3; fourth: q4; poor: poverty; hungry: hunger starve
starvation famine malnourished malnutrition malnourishment; owner: own ownership owned belong; boy: boys; girl: girls;
debris: rubble; birthrate: fertility; obese: obesity; cancer: tumour tumor; heart: cardiac; diabetes: diabetic; widow:
widowed; orphan: orphaned; disabled: disability handicapped; farm: farmland farmstead; fisherman: fishermen fisher
fisherfolk fisherwoman; match: fixture; internet: online web on-line; phone: smartphone mobile handset telephone
cellphone cell-phone smart-phone; computer: laptop; video: clip footage; song: track; book: novel; journalist:
reporter; email: e-mail; tower: skyscraper high-rise highrise; port: harbour harbor seaport; sea: ocean; island: isle;
area: surface acreage; garbage: rubbish waste trash refuse; co2: carbon; chemical: toxin; drug: medicine medication;
pill: tablet; cigarette: cigarettes; milk: dairy; egg: eggs; corn: maize; soy: soybean soya soyabean; fertiliser:
fertilizer; cattle: cow cows; sheep: lambs; pig: hog swine; chicken: poultry hen; wolf: wolves; bee: bees; race:
ethnicity; religion: religious faith; muslim: islam islamic; christian: christianity; jew: jewish; lawyer: attorney;
judge: magistrate; court: tribunal; jury: juror; sanction: sanctions; tariff: duty duties; trade: commerce bilateral;
rate; iron: steel; chip: semiconductor microchip; battery: batteries; engine: motor; panel: module; factory: factories
mill plant; shop: store outlet; supermarket: grocer; hospital: clinic infirmary; university: college; class:
classroom; exam: exams; parliament: legislature congress assembly; king: monarch; referendum: plebiscite; candidate:
contender; tank; artillery: howitzer; gun: rifle firearm; pistol: handgun; landmine: landmines; speed: velocity;
weight: heavy; load: cargo; energy; petrol: gasoline; wealth: fortune riches; asset: assets; subsidy: subsidies
subsidise subsidize; benefit: welfare; limit: cap ceiling; award: prize accolade; fossil: fossils; storey: storeys
floor; empty: vacant unoccupied; parcel: package; astronaut: cosmonaut spaceman spacemen; dawn: daybreak sunrise;
dusk: sunset nightfall sundown; midday: noon; baby: newborn; mother: mum mom; father: dad; headteacher: headmaster
headmistress; entrepreneur: businessman businessmen businesswoman businesswomen businesspeople; shareholder:
stockholder; tycoon: magnate mogul; farmer: grower; farmhand: farmworker; firefighter: fireman firemen; paramedic:
ambulanceman ambulancemen; pharmacy: drugstore; scientist: researcher; freshman: fresher; alumni: alumnus alumna
alumnae; phd: doctorate doctoral; classmate: schoolmate; truant: truancy; kidnapper: abductor; thief: thieves;
swindler: fraudster conman conmen scammer; gangster: mobster; fugitive: escapee; sniper: marksman marksmen
sharpshooter; sailor: seaman seamen mariner seafarer; pilot: aviator; airman: airmen; watchman: nightwatchman; warder:
jailer jailor gaoler; diplomat: envoy; adviser: advisor; pope: pontiff; cleric: clergyman clergymen clergy; roma:
gypsy romany romani; hispanic: latino latina latinx; inuit: eskimo; lgbt: lgbtq lgbti lgbtqi; gay: homosexual; expat:
expatriate; slave: slavery; hiker: rambler trekker; climber: mountaineer alpinist; cyclist: bicyclist; motorcyclist:
biker motorbiker; logger: lumberjack; miner: mineworker pitman pitmen; docker: longshoreman longshoremen dockworker
stevedore; barman: barmen bartender barkeeper; shopkeeper: storekeeper; vendor: hawker; landlord: landlady; postman:
postmen mailman mailmen; dustman: dustmen binman binmen; carer: caregiver; housewife: homemaker; programmer: coder;
undertaker: mortician; celebrity: celeb; bystander: passerby passersby passer-by passers-by; homeowner: householder;
condo: condominium; hut: shack; slum: shantytown favela; cemetery: graveyard; coffin: casket; theatre: theater;
stadium: arena stadia; restaurant: eatery; cafe: café coffeehouse; creche: crèche; kindergarten: preschool; dormitory:
dorm; warehouse: storehouse; shipyard: dockyard; turbine: windmill; dyke: dike levee; airport: aerodrome; quay: wharf
wharves; basement: cellar; roof: rooftop; toilet: lavatory restroom; sofa: couch; fridge: refrigerator; nappy: diaper;
pram: pushchair stroller; bulb: lightbulb; stove: cooker; television: tv telly tvs; painting: canvas; photo:
photograph snapshot pic; artefact: artifact relic; gem: gemstone jewel; jewellery: jewelry; wristwatch: timepiece;
wi-fi: wifi; password: passcode; singer: vocalist; album: lp lps; football: soccer; goalkeeper: goalie; athlete:
sportsman sportsmen sportswoman sportswomen sportspeople; playoff: play-off play-offs; victory: triumph; champion:
titleholder; knockout: ko; bike: bicycle pushbike; motorcycle: motorbike; tyre: tire; windscreen: windshield; taxi:
cab taxicab minicab taxis; suv: 4x4; electric: ev evs; digger: excavator; tram: streetcar; subway: metro;
intersection: crossroads; pavement: sidewalk; seatbelt: seat-belt; spacecraft: spaceship; bullet: cartridge; knife:
knives; blast: explosion explode detonate detonation; navy: naval; coup: putsch; manoeuvre: maneuver wargame; decree:
edict; subpoena: summons; cannabis: marijuana; methamphetamine: meth; ecstasy: mdma; e-cigarette: vape vaping
ecigarette; painkiller: analgesic; paracetamol: acetaminophen; adrenaline: epinephrine; whisky: whiskey; candy:
confectionery; biscuit: cookie; bread: loaf loaves; yoghurt: yogurt; potato: spud; aubergine: eggplant; courgette:
zucchini zucchinis; chilli: chili chilis; coriander: cilantro; prawn: shrimp; crayfish: crawfish; tinned: canned;
takeaway: takeout; grain: cereal; peanut: groundnut; rapeseed: canola; vegetable: veg veggie; timber: lumber;
seedling: sapling; weedkiller: herbicide; doughnut: donut; rouble: ruble; yuan: renminbi rmb; penny: pence; calf:
calves; goose: geese; puppy: pup; rhino: rhinoceros; hippo: hippopotamus hippopotami; chimp: chimpanzee; crocodile:
croc; alligator: gator; mouse: mice; ox: oxen; rooster: cockerel; hive: beehive; wildlife: fauna; flu: influenza;
covid: covid-19 coronavirus; mpox: monkeypox; swineflu: h1n1; tuberculosis: tb; std: sti stis; kidney: renal; lung:
pulmonary; tooth: teeth; blind: blindness; deaf: deafness; caesarean: cesarean cesarian c-section; mask: facemask;
epidemic: outbreak; anaemia: anemia; leukaemia: leukemia; haemorrhage: hemorrhage; haemophilia: hemophilia; polio:
poliomyelitis; foetus: fetus foetal fetal; paediatric: pediatric pediatrician; gynaecologist: gynecologist;
anaesthetist: anesthetist anesthesiologist; anaesthetic: anesthetic; x-ray: xray; tornado: twister; blizzard:
snowstorm; hail: hailstorm; heatwave: heat-wave; coast: coastline shoreline seashore; sewage: wastewater; paraffin:
kerosene; sulphur: sulfur; holiday: vacation; scholarship: bursary; startup: start-up; merger: merge; headquarters:
hq; ngo: non-governmental nongovernmental; co-op: cooperative coop; licence: license; leaflet: flyer flier pamphlet;
memo: memorandum memoranda; ad: advert advertisement ads; clothes: apparel garment; trousers: pants; jumper: sweater
pullover; pyjamas: pajamas; luggage: baggage; crowd: throng; parade: procession; christmas: xmas; payout: pay-out
pay-outs; atm: cashpoint; bitcoin: btc; lottery: lotto; bet: wager; archaeologist: archeologist archeological
archeology; armour: armor; centre: center; fibre: fiber; vapour: vapor; rumour: rumor; mould: mold; moustache:
mustache; calibre: caliber; disc: disk; firework: pyrotechnic
"""
