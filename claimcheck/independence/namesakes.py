"""Names that many bear, "the Health Ministry", "the Supreme Court": whose, only the country says; pure."""

import re

from claimcheck.independence.departments import Department, department
from claimcheck.independence.ownership import name_key
from claimcheck.parties import state_called

_WORD = re.compile(r"[^\W\d_]+(?:[.'’-][^\W\d_]+)*")
_OF_MANY = frozenset(
    """
    academy administration affairs agency agriculture air and antitrust army association attorney authority aviation
    ballot bank board border bureau business cabinet census central chamber chancellor chief city civil coast
    coastguard commerce commission committee competition congress constitutional consumer control corps corruption
    council county court crisis customs data defence defense department deputies deputy development directorate
    disease district drug economic economics economy education election elections electoral electricity emergencies
    emergency employment energy enforcement environment exchange executive external fair farmers federal federation
    finance financial fire firefighters fisheries fishermen fishery food for force forces foreign forest forestry
    forests foundation fund gendarmerie general geological government governor guard harbour head health high home
    hospital house housing human immigration industry information inland inspection inspectorate institute
    intelligence interior investigation investigations irrigation justice king labor laboratory labour lands
    lawmakers lower marine maritime market mayor media medical meteorological meteorology migration military
    minister ministers ministry mod moh monetary mp mps municipal museum national nature naval navy ngo ngos nuclear
    observatory of office oil ombudsman on opposition ordnance parks parliament patent planning pm police population
    port post power premier president prime prison private production prosecutor prosecutor's protection provincial
    public queen radio railway railways red regional registry regulation regulator regulatory rescue reserve
    resources revenue rights royal rural safety school science secretariat secretary security senate service
    services social society space speaker standards state statistical statistics stock supreme survey tax taxation
    technology telecommunications television the tourism town trade traffic transport treasury tv union union's
    unions university upper urban veterans veterinary vice water weather welfare women's works youth
    """.split()
)
"""What the names of offices and institutions are made of that every country has."""

_NOBODY = frozenset(
    """
    act ai ais annex appendix article bible blogger bloggers boss ceo ceos cfo chairman chairwoman channel channels
    chapter clause coo coroner covid covid-19 cpi ct cto dna doctors ebola email emails facebook figure gdp
    gmail google gps hiv instagram internet koran law linkedin maps mri ngo ngos page paragraph pcr pdf post posts
    protocol radar reddit reporters residents rna sar section sms sonar spokesman spokespeople spokesperson
    spokeswoman table telegram tiktok treaty twitter user users video videos web whatsapp witnesses x youtube
    """.split()
)
"""What stands like a name beside a cue and is nobody: "according to Table 2", "GPS data show", "Telegram channels"."""


def is_nobody(name: str) -> bool:
    """Whether what looks like a name only says by what means something is known, or what rank somebody has."""
    words = _WORD.findall(name.casefold())
    return all(word in _NOBODY for word in words)


def is_of_many(name: str) -> bool:
    """Whether nothing in a name says whose institution it is."""
    return all(word in _OF_MANY for word in _WORD.findall(name.casefold()))


def node_of(name: str, place: str = "") -> str:
    """The node of somebody who is known by a name alone, one for all ways to call a department of a country.

    `place` is the state whose it is, where the name does not say so.
    """
    called = department(name)
    states = {state for word in called.place if (state := state_called(word))} if called else set()
    states |= {place} if place else set()
    if called and len(states) == 1:
        return f"name:{_in_words(called)} of {states.pop()}"
    return f"name:{name_key(name)}{f' of {place}' if place else ''}"


def states_named(text: str) -> frozenset[str]:
    """The states that a text names, by a capital or their people too, with a capital letter."""
    words = _WORD.findall(text)
    found: set[str] = set()
    place = 0
    while place < len(words):
        pair = state_called(" ".join(words[place : place + 2]))
        state = pair or state_called(words[place])
        if state and words[place][:1].isupper():
            found.add(state)
        place += 2 if pair else 1
    return frozenset(found)


def _in_words(called: Department) -> str:
    return f"{called.kind} for {' and '.join(sorted(' '.join(sorted(topic)) for topic in called.topics))}"
