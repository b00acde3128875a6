"""Pairs of words that exclude each other, by stem."""

from claimcheck.stance_reading.words import stem

_PAIRS = """increase decrease, increase reduce, increase decline, increase fall, increase drop, rise fall, rise decline,
rise drop, rise decrease, grow shrink, grow decline, gain lose, gain loss, high low, higher lower, more less,
more fewer, above below, over under, up down, many few, most few, all none, all some, always never, everyone
nobody, everything nothing, large small, big small, major minor, strong weak, strengthen weaken, severe mild,
fast slow, accelerate slow, early late, before after, first last, young old, new old, hot cold, warm cold,
warm cool, warming cooling, warmer cooler, heat cool, alive dead, live die, survive die, save kill, birth
death, innocent guilty, legal illegal, lawful unlawful, allow ban, allow prohibit, allow prevent, permit
forbid, accept reject, accept refuse, accept deny, approve reject, agree refuse, agree disagree, confirm deny,
confirm dismiss, confirm reject, admit deny, true false, real fake, real hoax, genuine fake, authentic fake,
right wrong, correct incorrect, fact fiction, fact myth, truth lie, success failure, succeed fail, win lose,
victory defeat, safe dangerous, safe unsafe, safe harmful, benefit harm, beneficial harmful, good bad, better
worse, best worst, positive negative, effective ineffective, useful useless, improve worsen, improve damage,
help hurt, help harm, protect harm, protect endanger, support oppose, support contradict, support reject,
favour oppose, favor oppose, for against, ally enemy, friend enemy, peace war, ceasefire attack, withdraw
advance, withdraw invade, enter leave, arrive leave, arrive depart, come go, join leave, start stop, start
end, begin end, open close, opened closed, launch cancel, continue stop, continue end, resume suspend, keep
drop, keep remove, add remove, include exclude, create destroy, build destroy, buy sell, hire fire, appoint
dismiss, arrest release, arrested freed, detain release, capture release, capture escape, free captive, lock
unlock, push pull, send receive, give take, borrow lend, rich poor, cheap expensive, easy difficult, easy
hard, simple complex, possible impossible, likely unlikely, certain uncertain, known unknown, clear unclear,
natural artificial, natural manmade, human animal, man woman, male female, boy girl, son daughter, husband
wife, brother sister, father mother, king queen, north south, east west, left right, inside outside, domestic
foreign, internal external, local global, public private, rural urban, urban rural, present absent, presence
absence, visible hidden, full empty, whole part, same different, similar different, alike unlike, equal
unequal, together apart, marry divorce, married divorced, pregnant barren, healthy sick, cure disease, healthy
ill, immune vulnerable, immune susceptible, resistant susceptible, infected uninfected, vaccinated
unvaccinated, symptomatic asymptomatic, active inactive, activate inhibit, activate suppress, activation
inhibition, promote inhibit, promote suppress, enhance inhibit, enhance impair, enhance reduce, induce
prevent, stimulate inhibit, cause prevent, trigger prevent, upregulate downregulate, acute chronic, maximum
minimum, majority minority, upper lower, top bottom, deep shallow, thick thin, wet dry, drought flood, light
dark, day night, summer winter, melt freeze, evaporate condense, absorb emit, absorb reflect, surplus deficit,
profit loss, boom recession, employed unemployed, democrat republican, liberal conservative, guilty acquitted,
convict acquit, honest corrupt, trust distrust, love hate, happy sad, hope fear, remember forget, attack
defend, attack retreat, rebel loyalist, hero villain, victim perpetrator, single married, ready unready,
complete incomplete, complete partial, permanent temporary, constant variable, stable unstable, rare common,
unusual common, unprecedented precedented, cheaper dearer, advantage disadvantage, appear disappear, cover
uncover, lead trail, ahead behind, on off, in out, with without, yes no, only also, none some, less greater,
fewer greater, lower elevated, reduced elevated, low elevated, short long, near far, close distant, weight
weightless, moral immoral, ethical unethical, fair unfair, just unjust, necessary unnecessary, needed
unneeded, justified unjustified, acceptable unacceptable, responsible irresponsible"""


def _table() -> dict[str, frozenset[str]]:
    pairs: dict[str, set[str]] = {}
    for pair in _PAIRS.replace("\n", " ").split(","):
        one, other = map(stem, pair.split())
        if one != other:
            pairs.setdefault(one, set()).add(other)
            pairs.setdefault(other, set()).add(one)
    return {root: frozenset(others) for root, others in pairs.items()}


OPPOSITES = _table()
"""The stems that exclude a stem."""
