"""Words that tell what a claim does, whatever verb introduces it: of wrongdoing, of falsehood and of judgement."""

from claimcheck.attribution.finding.lexicon import forms


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


CLAIMS = _words("""
    account accounts accusation accusations allegation allegations argument arguments article assertion assertions
    charge charges claim claims conclusion concerns criticism fears findings idea insinuation insinuations narrative
    notion report reports rumor rumors rumour rumours speculation statement statements story stories suggestion
    suggestions
""")
"""What can be said to be false."""
FALSE = _words("""
    absurd baseless disinformation fabricated fabrication fake false groundless invented invention lie lies ludicrous
    myth nonsense propaganda unfounded unsubstantiated untrue
""")
DENYING = ("no truth to", "no truth in", "not guilty", "out of whole cloth")
TRUE = _words("accurate correct so true")
"""What is denied with "not"."""
DENIABLE = _words("""
    agreement basis campaign collusion conspiracy contact coordination cover cover-up deal evidence involvement link
    links payment plot proof quid role torture wrongdoing
""")
"""What there is none of, for those who are charged with it."""
ARMS = _words("aid ammunition arms bombs drones lethal missiles shells weapons")
"""What nobody likes to be said to have supplied."""
WRONGS = frozenset(
    form
    for verb in """
        abduct abuse assassinate betray blackmail bribe cheat collude conspire corrupt deceive defraud discriminate
        embezzle evade exploit extort fabricate falsify fleece hack harass infiltrate interfere intimidate kidnap
        launder loot manipulate massacre meddle misappropriate misinform mislead mistreat misuse molest murder oppress
        persecute pillage plagiarise plagiarize plunder poison pollute provoke rape ransack sabotage scam slaughter
        smuggle steal subvert swindle torture undermine violate weaponise weaponize
    """.split()
    for form in forms(verb)
) | _words("""
    lied lying lies beat beaten covered-up misled rigged rigging rig robbed robbing rob shelters spied spying spy stole
    stolen
""")
"""Forms of verbs for what nobody may do."""
HARMS = frozenset(form for verb in "attack bomb execute shell starve target".split() for form in forms(verb)) | _words(
    "kill kills killed killing shoot shoots shot shooting bombard bombarded bombarding"
)
"""Forms of verbs for what soldiers may do to each other."""
HARMED = _words("""
    ally allies ambulance ambulances child children citizens civilian civilians doctors families hospital hospitals
    inmates journalists man men people pow prisoners protesters refugees residents school schools villagers women
""")
WRONG_WITH = {
    "break": _words("""
        agreement ceasefire commitments constitution law laws pledge promise promises rule rules sanctions treaty truce
        word
    """),
    "take": _words("bribe bribes hostages kickbacks"),
    "accept": _words("bribe bribes kickbacks"),
    "pay": _words("bribe bribes kickbacks"),
    "buy": _words("vote votes"),
    "use": _words("chemical torture"),
    "arm": _words("militia militias rebels terrorists"),
    "commit": _words("atrocities crime crimes fraud genocide"),
    "cover": _words("up"),
}
"""What makes a verb one of wrongdoing, among the words that it governs."""
WRONG_PHRASES = (
    "war crime", "crime against humanity", "crimes against humanity", "in breach of", "in violation of",
    "act of terror", "act of war", "act of aggression", "breach of international law", "violation of",
)  # fmt: skip
WRONGLY = _words("corruptly deliberately fraudulently illegally unlawfully")
"""What turns a deed into wrongdoing."""
EVALUATIVE = _words("""
    absurd afraid angry appalled appropriate awful bad best better biased bold brave bright brilliant brutal careful
    clear-cut clumsy corrupt cowardly crazy critical crucial cruel cynical dangerous dead delighted desperate difficult
    dire disappointed disappointing disgraceful disgusted disgusting disturbing dull easy effective encouraging
    essential excellent extraordinary fair fantastic fit foolish fragile futile glad good grateful great grotesque
    happy hard harsh historic hollow honest honoured horrible horrified ideal important impossible impressive
    inadequate incompetent incredible indispensable ineffective insane insufficient interesting key lame likable
    ludicrous mad magnificent naive necessary nice obsolete optimistic outdated outrageous outstanding overblown
    pathetic perfect pleased poor positive powerful premature pretty promising proud reasonable reckless remarkable
    right risky ruthless sad scandalous selfish sensible serious shameful shocked shocking sick silly simplistic
    smart sorry strange strong stunning stupid sufficient surprised surprising tasteless terrible terrific thrilled
    tired tough tragic troubling true ugly unclear unfair unfit unhappy unprecedented unwise urgent vital vulnerable
    weak welcome wise wonderful worried worrying worse worst worthwhile wrong
    counterproductive decisive
""") - {"true"}  # fmt: skip
EVALUATIVE_ENDS = ("able", "ible", "less", "ous", "ful")
NOT_EVALUATIVE = _words("""
    able available unable liable homeless enormous various previous religious indigenous autonomous unanimous
    continuous numerous ferrous airless wireless stainless anonymous visible invisible possible peaceful lawful
    unlawful flexible portable unconscious conscious cable table wireless responsible accessible eligible
    contagious infectious mountainous poisonous
""")
"""Adjectives with such an end that tell a fact."""
JUDGEMENTS = _words("""
    abomination absurdity achievement backbone betrayal blessing blow blunder bluff burden catastrophe challenge
    coward danger delusion disappointment disaster disgrace distraction embarrassment enemy error excuse failure fantasy
    farce fiasco folly fool friend friends gamble genius gift hero honour honor humiliation hypocrisy idiot illusion
    insult joke leader liar lunacy madness menace mess miracle mistake model moron necessity nightmare opportunity
    outrage overreaction pity pleasure privilege problem provocation puppet rival rivals risk sacrifice scandal sham
    shame sign step success surprise tragedy travesty trap treat triumph threat threats thug turning-point victory
    waste weakness wonder
""")
"""What only a judgement calls a thing."""
EVALUATING = _words("""
    admirably badly beautifully brilliantly cynically disgracefully foolishly poorly recklessly rightly shamefully
    superbly terribly unfairly unjustly well-deserved wisely wrongly
""")
MINDS = frozenset(
    form
    for verb in """
        admire appreciate believe care deserve desire dislike doubt fear feel favour favor hate hope like love mind need
        oppose prefer regret respect support think trust want welcome wish worry
    """.split()
    for form in forms(verb)
)
"""Forms of verbs by which speakers tell their mind."""
LOOKING_ON = _words("""
    been comment decide decided expect find found get got have heard hear intend know knew known made make need plan
    received receive recall remember see seen think thought told understand want wanted understood finished begun
    started changed reached lost won arrived expected believe
""")
"""Forms of verbs with which "I have not ..." answers no charge."""
