"""Words that exclude each other, and words that make a part of what stands beside them. Declarations only."""

EXCLUSIVE = """
harm: kill wound missing capture rescue flee return arrest infect hospitalise ill recover survive
damage: destroy damage threaten restore
aspect: export import produce consume reserve capacity price
money: profit loss collect revenue debt deficit spend wage interest loan aid tax fine dividend rent
statistic: minimum median average maximum
rate: inflation unemployment turnout approval vote poor
crowd: soldier fighter civilian student teacher patient doctor voter lawmaker migrant refugee woman man youth elderly
crowd: police passenger crew tourist adult minister
side: oppose support abstain
commitment: promise deliver order loss
attack: fire intercept
court: demand sentenced acquit
event: resign appoint extend crown found open close reopen sign ratify pass reject begin finish born invade elect list
event: marry divorce arrest publish convict
energy: coal gas oil nuclear wind solar hydro
turn: first second third fourth latest
round: semi-final final
contest: winner runner-up
weekday: monday tuesday wednesday thursday friday saturday sunday
tally: keep loss free
side of the compass: north south east west
sex: boy girl
sex: man woman
house: upper low
age: old new
arms: drone missile tank aircraft ship
scope: world country region city village
dimension: long wide deep tall altitude thick diameter
season: spring summer autumn winter
stage: primary secondary elementary
severity: mild moderate severe
"""
NARROWING_WORDS = """
youth core net maternal infant child female male foreign domestic civilian urban rural youngest oldest capital arctic
offshore onshore part-time full-time
"""
"""Words that make another number of what they stand beside: "youth unemployment", "core inflation"."""
PARTS_WORDS = """
older newer younger former junior senior worldwide mild severe moderate young new minimum maximum median gross real
nominal provisional private public elite rear british-born foreign-born largest biggest smallest main leading lowest
metropolitan alone leftover previous rival neighbouring online regular north south east west another limit target
quota goal threshold percapita half-time halftime oneof native permanent temporary emergency daytime nighttime
"""
"""Words that may: what only one of two clashing numbers says of them makes a part, or another one."""
ONCE_WORDS = """
earthquake quake landslide tsunami blast explosion crash collision airstrike shipwreck avalanche derailment fire
wildfire storm hurricane cyclone referendum summit coup ambush stampede collapse disaster accident attack massacre
eruption
"""
"""What happens at one time: a date that only one text gives makes nothing else of it."""
MEASURE_WORDS = """
strength size price value weight mass length height arsenal population share portion capacity area depth width range
speed age deliver temperature delegate representative efficacy crowd group audience gathering author spokesman crew
staff worker resident number share bulk volume volumes bill cost fee budget inventory fleet membership workforce
altitude edge rating magnitude turnout unemployment inflation debt profit loss revenue wage gdp home company army
border
"""
"""What may stand between a thing and its number without making another thing of it: "the militia's strength"."""
