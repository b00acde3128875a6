"""Which words of a parsed text attribute something to somebody."""

import re
from bisect import bisect_right

from claimcheck.attribution import clauses
from claimcheck.attribution.lexicon import VERBS
from claimcheck.attribution.parsed import Found, ParsedText
from claimcheck.attribution.quotations import quotations

_COMMAS = frozenset({",", ";", ":", "-", "--", "—", "–", "."})
_COMPLEMENTS = ("dobj", "prep", "xcomp", "ccomp", "dative", "oprd", "attr", "acomp", "pobj", "dep", "agent")
SAYING = frozenset("say tell add note write tweet announce declare explain argue contend assert maintain insist claim reiterate repeat stress emphasize underscore point mention remark comment observe reply respond answer retort counter quip joke recall testify acknowledge admit concede confirm disclose reveal conclude continue go begin shout yell scream exclaim ask wonder warn predict estimate think believe suggest report show indicate find complain lament boast brag state read allege deny caution agree post blog start muse".split())


CLAUSE_ONLY = frozenset("command discover respond appeal boast continue speak quote lie treat direct advise demonstrate prove email protest testify establish regard write threaten laugh grant challenge declare address push underscore embrace allow weigh echo like project publish concern welcome share back compare counter offer pledge frame show find add tell go begin read hold see know feel learn prove take count rate decide rule determine continue conclude begin hear imagine tweet post blog text understand recognize realize assume presume guess suppose wonder reply respond answer mean start maintain".split())


NOUNS = frozenset("answer response message contention point idea claim claims allegation allegations accusation accusations charge charges statement statements assertion assertions suggestion suggestions conclusion argument arguments belief view opinion denial warning warnings prediction predictions report reports reports announcement promise pledge vow declaration contention notion insistence admission acknowledgment confirmation complaint complaints fear fears concern concerns hope doubt speculation estimate forecast finding findings theory rumor rumors remark comment comments testimony observation revelation revelations assessment insinuation implication".split())
REPORTS = frozenset("poll polls survey surveys record records data study studies report reports document documents figures statistics research analysis email emails results filings numbers polling average review investigation assessment".split())
PASSIVES = frozenset("believe expect think say report see know suppose allege accuse charge ask consider estimate fear understand call tell criticize criticise declare assume deem view describe predict forecast feel perceive project anticipate assess judge reject blame cite describe presume suspect note reveal announce warn inform quote remind agree confirm".split())
UTTERANCES = frozenset("response statement statements memo letter letters report reports tweet tweets email emails e-mail note release ad ads video message op-ed column editorial piece post brief lawsuit complaint petition resolution speech article story book".split())
_NOT_CONTENT = frozenset("who which whose according citing referring as while after when where although though before adding noting".split())
_DATELINE = re.compile(
    r"(?:[A-Z][A-Z.,' ]{2,30}(?:, [A-Z][\w.]+){0,2}|[A-Z]\w+(?: [A-Z]\w+)?)(?: ?(?:, )?(?:[A-Z]\w+\.? \d{1,2}|\w+ \d{1,2}))?"
    r" ?(?:\([A-Z][\w. &/]{1,25}\) ?(?:[-–—]+|:)|[-–—]{1,2}) "
)


def find(parsed: ParsedText) -> list[Found]:
    """The attributions of a text, in the order of their cues."""
    return Finder(parsed).find()


class Finder:
    def __init__(self, parsed: ParsedText) -> None:
        self.p = parsed
        n = len(parsed.words)
        self.quotes = quotations(parsed)
        self.quote_of: list[int | None] = [None] * n
        for number, q in enumerate(self.quotes):
            for t in range(q.first, q.last):
                self.quote_of[t] = number
        # sentences, with no border inside a quotation
        self.outer: list[tuple[int, int]] = []
        self.after_dateline = {end for a, b in parsed.lines for end in [self.dateline(a, b)] if end is not None}
        lines = {a for a, _ in parsed.lines}
        for a, b in self.sentences():
            if self.outer and a not in lines and self.quote_of[a] is not None and self.quotes[self.quote_of[a]].first < a:
                self.outer[-1] = (self.outer[-1][0], b)
            elif self.outer and a not in lines and self.fragment(a):
                self.outer[-1] = (self.outer[-1][0], b)
            else:
                self.outer.append((a, b))
        self.outer_of = [k for k, (a, b) in enumerate(self.outer) for _ in range(a, b)]
        self.line_starts = [a for a, _ in parsed.lines]

    def sentences(self):
        """The sentences, each with the mark that opens its quotation and without that of the next."""
        p = self.p
        starts = [a for a, _ in p.sentences]
        lines = {a for a, _ in p.lines}
        moved = set()
        for a in starts:
            if a not in lines and a and self.opens_quote(a - 1) and a - 1 not in lines:
                moved.add(a - 1)
            elif a not in lines and self.ends_quote(a) and a + 1 < len(p.words):
                # the closing mark stands at the head of the next sentence
                moved.add(a + 1)
            else:
                moved.add(a)
        for a, b in p.lines:
            end = self.dateline(a, b)
            if end is not None:
                moved |= {end}
                moved -= set(range(a + 1, end))
        edges = [*sorted(moved), len(p.words)]
        return list(zip(edges, edges[1:]))

    def dateline(self, a, b):
        """The first token after "LONDON (Reuters) - ", if the line begins so."""
        p = self.p
        found = _DATELINE.match(p.text, p.starts[a], p.ends[b - 1])
        if found is None:
            return None
        return next((t for t in range(a + 1, b) if p.starts[t] >= found.end()), None)

    def fragment(self, a):
        """A sentence that goes on in lower case, or whose predecessor ended in a comma."""
        p = self.p
        if a in self.after_dateline:
            return False
        if p.words[a - 1] in (",", ":") or (p.words[a][0].islower() and p.words[a-1] not in ('.', '!', '?')):
            return True
        if p.words[a] == ",":
            return True
        n = self.quote_of[a - 1]
        if n is not None and self.quotes[n].last == a and self.quotes[n].is_closed and p.words[a - 2] in ("?", "!", ",", "—", ".", "…", "..."):
            last = next((y for x, y in p.sentences if x <= a < y), a)
            for t in range(a, min(last, a + 14)):
                if p.lowered[t] in VERBS and VERBS[p.lowered[t]].lemma in SAYING and p.tags[t] in ("VBD", "VBZ", "VBP", "VBN"):
                    if p.words[a - 2] == "." and t > a + 3:
                        return False
                    if any(p.deps[c] == "ccomp" and c > t for c in p.children[t]) or p.words[min(t + 1, len(p.words) - 1)] == "that":
                        return False
                    return not self.opens_quote(t + 1) and not (p.words[min(t + 1, last - 1)] in (":", ",") and self.opens_quote(min(t + 2, last - 1)) and p.words[a - 2] == ".")
                if p.words[t] == "," and p.words[a - 2] == ".":
                    return False
        return False

    def line(self, t):
        return self.p.lines[bisect_right(self.line_starts, t) - 1]

    def find(self) -> list[Found]:
        found = []
        p = self.p
        for token, word in enumerate(p.lowered):
            if self.quote_of[token] is not None and self.whole_quote(token):
                continue
            if word in VERBS and clauses.is_verb(p, token):
                one = self.verb(token)
                if one:
                    found.append(one)
            elif word in ("show", "shows", "say", "says") and p.deps[token] not in ("amod", "aux", "auxpass"):
                a, b = self.outer[self.outer_of[token]]
                if token + 1 >= b or p.words[token + 1] == ".":
                    at_end = self.at_end(token, [token], a, b)
                    if at_end and at_end[0] and p.tags[at_end[0][-1]][:2] in ("NN", "PR"):
                        one = self.made(token, [token], at_end[0], at_end[1], VERBS[word])
                        if one:
                            found.append(one)
        found += self.according()
        self.split_conjoined(found)
        found = self.outermost(found)
        self.continue_quotes(found)
        found += self.colons(found)
        found += self.unknown_verbs(found)
        found += self.nouns(found)
        found += self.signatures(found)
        found += self.adverbs(found)
        return sorted(found, key=lambda f: (f.cue or f.content)[0])

    def whole_quote(self, t):
        return True

    def outermost(self, found):
        """Without those whose cue lies in the content of another.

        What somebody says outweighs what the text says of somebody's mind: the latter gives way.
        """
        for f in found:
            if f.word == "according to":
                phrase = {*f.cue, *f.source}
                for g in found:
                    if g is not f and f.cue[0] in g.content:
                        g.content = self.trim([t for t in g.content if t not in phrase])
        for f in found:
            if f.word in SAYING or f.word == "according to":
                continue
            have = set(f.content)
            for g in found:
                if g is f or g.word not in SAYING or g.cue[0] not in have or self.quote_of[g.cue[0]] is not None:
                    continue
                start = min(t for t in [*g.cue, *g.source, *g.content] if t in have)
                f.content = self.trim([t for t in f.content if t < start])
        found = [f for f in found if f.content]
        owner = {}
        for f in found:
            for t in f.content:
                owner.setdefault(t, []).append(f)
        out = []
        for f in found:
            outer = [o for t in f.cue for o in owner.get(t, ()) if o is not f]
            if any(not (set(o.cue) & set(f.content)) or len(o.content) > len(f.content) for o in outer):
                continue
            out.append(f)
        return out

    def trim(self, tokens):
        p = self.p
        tokens = sorted(set(tokens))
        while tokens and p.words[tokens[-1]] in _COMMAS and (self.quote_of[tokens[-1]] is None):
            tokens.pop()
        while tokens and p.words[tokens[0]] in _COMMAS:
            tokens.pop(0)
        return tokens

    def source(self, head, cue):
        p = self.p
        if head is None:
            return []
        out = p.subtree(head)
        if set(out) & set(cue):
            anchor = cue[0]
            child = anchor
            while p.heads[child] != head and p.heads[child] != child:
                child = p.heads[child]
            drop = set(p.subtree(child))
            out = [t for t in out if t not in drop and t < anchor]
        out = [t for t in out if t not in cue]
        # only what hangs together around the head
        if not out: return []
        keep = {head}
        t = head - 1
        have = set(out)
        first = self.outer[self.outer_of[head]][0]
        while t in have and t >= first: keep.add(t); t -= 1
        t = head + 1
        while t in have: keep.add(t); t += 1
        out = self.trim([t for t in out if t in keep])
        return out

    def inverted_subject(self, v, cue):
        """The words after "said" in '"...", said Robert Reich, who ...' where the parser saw no subject."""
        p = self.p
        a, b = self.outer[self.outer_of[v]]
        t = cue[-1] + 1
        if t >= b or p.tags[t] not in ("NNP", "NNPS", "DT", "NN", "NNS", "JJ", "PRP", "PRP$", "CD", "VBG", "RB"):
            return None
        h = t
        while p.heads[h] > v and p.heads[h] != h and p.heads[h] < b:
            h = p.heads[h]
        return h if p.tags[h][:2] in ("NN", "PR") else None

    def verb(self, v):
        p = self.p
        lexeme = VERBS[p.lowered[v]]
        cue = clauses.verb_words(p, v)
        head, own = clauses.subject(p, v)
        if lexeme.lemma == "call" and p.deps[v] == "acl" and p.tags[v] == "VBN":
            return None
        if p.deps[v] == "xcomp" and not own:
            g = p.heads[v]
            if g < v and v - g <= 4 and p.tags[g].startswith("VB"):
                cue = sorted(set(clauses.verb_words(p, g)) | set(range(g, v)) | set(cue))
        infinitive = p.deps[v] != "xcomp" and not own and any(p.deps[c] == "aux" and p.lowered[c] == "to" for c in p.children[v])
        if infinitive:
            if not any(p.deps[c] == "ccomp" or self.quote_of[c] is not None for c in p.children[v]):
                return None
            if head is not None and p.lowered[head] in ("it", "there"):
                return None
        if p.deps[v] == "xcomp" and head is not None and not own and p.lowered[head] == "it" and p.lowered[p.heads[v]] in ("is", "was", "'s", "’s", "be"):
            return None
        issued = self.issued(v)
        if issued is not None:
            cue, head, own = issued[0], issued[1], True
        passive = p.child(v, "auxpass") is not None or (head is not None and own and p.deps[head] == "nsubjpass")
        if passive and any(p.lowered[c] in ("'s", "’s") for c in cue) and any(p.deps[c] in ("dobj", "ccomp") for c in p.children[v]):
            passive = False
        if passive:
            return self.passive(v, cue, head, own, lexeme)
        if not own and head is None and p.tags[v] in ("VBD", "VBZ", "VBP"):
            left = self.left_noun_phrase(v, cue)
        else:
            left = []
        a, b = self.outer[self.outer_of[v]]
        source = left or self.source(head, cue)
        if not own and p.lowered[cue[0] - 1] in ("neither", "both", "none", "some", "many", "others", "all", "few", "most") and cue[0] > a:
            source, own, head = [cue[0] - 1], True, cue[0] - 1
        saying = lexeme.lemma in SAYING
        before, after = cue[0] - 1, cue[-1] + 1
        if saying and not (own and head is not None and head > v):
            prev_quote = before >= a and (p.words[before] == "," or self.ends_quote(before))
            if prev_quote and not own:
                inv = self.inverted_subject(v, cue)
                if inv is not None:
                    source, own, head = self.source(inv, cue), True, inv
                    source = [t for t in source if t > v]
        block = sorted(set(cue) | (set(source) if own else set()))
        lo, hi = block[0], block[-1]
        content: list[int] = []
        contiguous = own and (hi - lo + 1 - len(block)) <= 2
        as_clause = self.as_clause(v, lo, hi, a, b) if saying and own else None
        if as_clause:
            return self.made(v, cue, source, as_clause, lexeme)
        if saying and contiguous:
            l, r = lo - 1, hi + 1
            r = self.past_adjuncts(v, r, b)
            left_mark = l >= a and (p.words[l] in (",", "--", "—", "–") or self.ends_quote(l) or p.words[l] in ("?", "!"))
            if r < b and p.words[r] == ":":
                left_mark = False
            end = r >= b or p.words[r] in (".", "?", "!") 
            comma = r < b and p.words[r] in (",", "--", "—", "–", ";")
            opens = r < b and self.opens_quote(r)
            cc = [c for c in p.children[v] if p.deps[c] in ("ccomp", "parataxis") and c > hi]
            cl = [c for c in p.children[v] if p.deps[c] in ("ccomp", "parataxis", "dep") and c < lo]
            if left_mark and (end or comma or self.ends_quote(l) or (cl and not cc)):
                content = list(range(self.left_start(a, l, v), l + 1))
                block = [*block, *range(hi + 1, r)]
                if comma and r + 1 < b and self.opens_quote(r + 1) and not any(self.quote_of[t] is not None for t in content) and p.words[min(r + 2, b - 1)][:1].isupper():
                    content = list(range(r, self.right_end(v, r + 1, b)))
                elif comma and r + 1 < b and self.goes_on(r + 1, content):
                    stop = self.right_end(v, r + 1, b)
                    content += list(range(r, stop))
                elif not comma and not end and opens:
                    content += list(range(r, self.right_end(v, r, b)))
                content = [t for t in content if t not in set(block)]
                return self.made(v, cue, source, content, lexeme)
        ccomp = [c for c in p.children[v] if p.deps[c] in ("ccomp", "parataxis")]
        blockset = set(block)
        right = [c for c in ccomp if c > v]
        if right:
            sub = [t for c in right for t in p.subtree(c) if t not in blockset]
            wh = [t for t in sub if t < v and p.tags[t] in ("WDT", "WP") and t >= lo - 2]
            sub = [t for t in sub if t > v]
            if sub:
                content = wh + list(range(min(sub), max(sub) + 1))
        elif ccomp and saying:
            sub = [t for c in ccomp for t in p.subtree(c) if t not in blockset]
            content = [t for t in range(min(sub), max(sub) + 1) if t not in blockset] if sub else []
        reports = head is not None and p.lowered[head] in REPORTS
        if not content and (lexeme.lemma not in CLAUSE_ONLY or self.quote_right(v, b) or reports or (lexeme.lemma == "find" and self.finds_evidence(v))):
            sub = [t for c in p.children[v] if c > v and p.deps[c] == "advcl" and p.lowered[p.subtree(c)[0]] == "for" for t in p.subtree(c)]
            for c in p.children[v]:
                if c > v and p.deps[c] in _COMPLEMENTS and c not in blockset:
                    if lexeme.lemma == "tell" and p.deps[c] in ("dobj", "dative"):
                        continue
                    sub += [t for t in p.subtree(c) if t > v]
            if sub:
                content = [t for t in range(min(sub), max(sub) + 1) if t not in blockset]
        if content and not right and content[0] == cue[-1] + 1 and p.deps[content[0]] == "prep" and p.heads[content[0]] == v and len(content) > 1:
            cue = [*cue, content[0]]
            content = content[1:]
        content = self.whole_quotes(v, lo, hi, content, (a, b), saying)
        if not content and saying and p.words[b - 1] == ":" and b == self.line(v)[1]:
            content = self.next_line(b)
        if not content and saying and not own:
            at_end = self.at_end(v, cue, a, b)
            if at_end:
                source, content = at_end
        return self.made(v, cue, source, content, lexeme)

    def finds_evidence(self, v):
        found = self.p.child(v, "dobj")
        return found is not None and self.p.lowered[found] in ("evidence", "proof", "indication", "indications", "sign", "signs", "link", "links", "wrongdoing", "violations")

    def next_line(self, b):
        """The line after one that ends in "she wrote:"."""
        number = bisect_right(self.line_starts, b) - 1
        if number >= len(self.p.lines) or self.line_starts[number] != b:
            return []
        first, last = self.p.lines[number]
        return list(range(first, last)) if last - first > 5 else []

    def at_end(self, v, cue, a, b):
        """Source and content of "..., records compiled by the centre show." where the parser saw no subject."""
        p = self.p
        after = cue[-1] + 1
        if after < b and p.words[after] not in (".", ",", ";") and not self.ends_quote(after):
            return None
        comma = cue[0] - 1
        while comma > a and p.words[comma] != "," and not self.ends_quote(comma) and p.tags[comma][:2] in ("NN", "DT", "JJ", "IN", "VB", "CC", "CD", "PO", "PR", "HY", "TO", "RB"):
            comma -= 1
        if comma <= a or comma == cue[0] - 1 or not (p.words[comma] == "," or self.ends_quote(comma)):
            return None
        source = list(range(comma + 1, cue[0]))
        if not any(p.tags[t][:2] in ("NN", "PR") for t in source):
            return None
        return source, list(range(a, comma + 1))

    def quote_right(self, v, b):
        return any(self.quote_of[t] is not None for t in self.p.subtree(v) if v < t < b)

    def as_clause(self, v, lo, hi, a, b):
        """The content of "As The Atlantic recently noted, trust is collapsing": the clause it hangs on."""
        p = self.p
        first = lo - 1
        if first < a or p.lowered[first] != "as" or p.deps[first] not in ("mark", "advmod", "prep") or any(p.deps[c] == "ccomp" and c > v for c in p.children[v]):
            return None
        if first > a and p.words[first - 1] not in (",", "-", "--", "—", "–", "(") and p.deps[v] != "advcl":
            return None
        stop = self.past_adjuncts(v, hi + 1, b)
        if stop < b and p.words[stop] not in (",", ".", "-", "--", "—", "–", ")") and not self.opens_quote(stop) and not self.ends_quote(stop):
            return None
        return [t for t in range(a, b) if not first <= t < stop]

    def left_noun_phrase(self, v, cue):
        """What stands before a verb without a subject, if it can be one."""
        p = self.p
        a, _ = self.outer[self.outer_of[v]]
        start = max(a, cue[0] - 25)
        tokens = list(range(start, cue[0]))
        while tokens and (p.tags[tokens[0]] in ("CC", "RB", ",") or p.words[tokens[0]] in ("-", "--", "—")):
            tokens.pop(0)
        if not tokens or any(self.quote_of[t] is not None or p.words[t] in (";", ":") or p.tags[t] in ("VBD", "VBZ", "VBP", "MD") for t in tokens):
            return []
        if p.tags[tokens[0]][:2] not in ("NN", "DT", "PR", "JJ", "CD") or not (p.words[tokens[-1]] == "," or p.tags[tokens[-1]][:2] in ("NN", "PR", "CD")):
            return []
        if p.words[tokens[-1]] == "," and not any(p.words[t] == "," for t in tokens[:-1]):
            return []
        return self.trim(tokens)

    def issued(self, v):
        """"issued a statement saying": the whole phrase is the cue."""
        p = self.p
        n = p.heads[v]
        if p.deps[v] not in ("acl", "relcl") or p.tags[v] != "VBG" and p.child(v, "nsubj") not in (v - 1, v - 2):
            return None
        if p.lowered[n] not in UTTERANCES or p.deps[n] != "dobj" or v - n > 4:
            return None
        g = p.heads[n]
        if not p.tags[g].startswith("VB") or g > n:
            return None
        head, _ = clauses.subject(p, g)
        if head is None or head > g:
            return None
        return list(range(clauses.verb_words(p, g)[0], v + 1)), head

    def without_aside(self, content):
        """Content without what the writer adds at its end: ", who ...", ", a plan that ..."."""
        p = self.p
        end = content[-1]
        if self.quote_of[end] is not None:
            return content
        have = set(content)
        for k in content[3:-1]:
            if p.words[k] not in (",", "-", "--", "—", "–") or self.quote_of[k] is not None:
                continue
            h = k + 1
            if h not in have:
                continue
            while p.heads[h] in have and p.heads[h] > k and p.heads[h] != h:
                h = p.heads[h]
            if max(p.subtree(h)) < end or any(self.quote_of[t] is not None for t in range(k, end)):
                continue
            first = p.lowered[k + 1]
            if (p.deps[h] == "relcl" and first in ("which", "who")) or (p.deps[h] in ("appos", "npadvmod") and p.tags[k + 1] == "DT"):
                return [t for t in content if t < k]
        return content

    def past_adjuncts(self, v, r, b):
        """The token after "told the BBC in an interview on Monday"."""
        p = self.p
        while r < b:
            h = r
            while p.heads[h] != v and p.heads[h] != h and r <= p.heads[h] < b:
                h = p.heads[h]
            if p.heads[h] != v or p.deps[h] not in ("prep", "npadvmod", "advmod", "dobj", "dative", "advcl"):
                return r
            if p.deps[h] == "dobj" and p.lowered[v] not in ("told", "tells", "tell", "telling", "assured", "reminded", "warned", "asked", "informed"):
                return r
            sub = p.subtree(h)
            if sub[0] != r:
                return r
            if any(self.quote_of[t] is not None for t in sub):
                return r
            r = sub[-1] + 1
        return r

    def made(self, v, cue, source, content, lexeme):
        block = set(source) | set(cue)
        content = self.trim([t for t in content if t not in block])
        if content and content[0] > cue[-1]:
            content = self.trim(self.without_aside(content))
        if not content:
            return None
        return Found(cue, source, content, v, lexeme.lemma)

    def ends_quote(self, t):
        n = self.quote_of[t] if t >= 0 else None
        return n is not None and self.quotes[n].last - 1 == t and self.quotes[n].is_closed

    def opens_quote(self, t):
        n = self.quote_of[t] if t < len(self.quote_of) else None
        return n is not None and self.quotes[n].first == t

    def left_start(self, a, l, v):
        """Where a content that ends at `l` begins."""
        p = self.p
        if p.lowered[a] in ("but", "and") and a + 1 <= l and p.deps[a] == "cc":
            return a + 1
        return a

    def goes_on(self, r, left):
        """Whether what follows the comma after "he said" is more of what he said."""
        p = self.p
        if self.opens_quote(r):
            return True
        if self.ends_quote(left[-1]) or (len(left) > 1 and self.ends_quote(left[-2])):
            return False
        if p.tags[r] in ("VBG", "VBN") or p.lowered[r] in _NOT_CONTENT:
            return False
        return True

    def right_end(self, v, r, b):
        p = self.p
        end = b
        while end > r and p.words[end - 1] in (".", "?", "!") and self.quote_of[end - 1] is None:
            end -= 1
        return end

    def whole_quotes(self, v, lo, hi, content, sent, saying):
        p = self.p
        near = set()
        a, b = sent
        t = lo - 1
        while t > a and p.words[t] in (",", "-", "--", "—"):
            t -= 1
        if saying and not content and t >= a and self.ends_quote(t):
            q = self.quotes[self.quote_of[t]]
            near |= set(range(q.first, q.last))
        t = hi + 1
        while t < b and p.words[t] in (",", ":", "--", "—"):
            t += 1
        if saying and t < b and self.opens_quote(t):
            q = self.quotes[self.quote_of[t]]
            near |= set(range(q.first, q.last))
        for t in content:
            n = self.quote_of[t]
            if n is not None:
                q = self.quotes[n]
                near |= set(range(q.first, q.last))
        return sorted(set(content) | near)

    def passive(self, v, cue, head, own, lexeme):
        p = self.p
        agent = p.child(v, "agent")
        source = []
        if agent is not None:
            source = [t for t in p.subtree(agent) if t != agent]
        right = [c for c in p.children[v] if c > v and p.deps[c] in ("xcomp", "ccomp", "oprd", "prep", "dobj", "attr")]
        if agent is None and not right or lexeme.lemma not in PASSIVES:
            return None
        content = []
        if head is not None and own:
            content += self.source(head, cue)
        for c in right:
            content += p.subtree(c)
        return self.made(v, cue, self.trim(source), content, lexeme)

    def according(self):
        p = self.p
        found = []
        for t, w in enumerate(p.lowered):
            if w == "according" and t + 1 < len(p.words) and p.lowered[t + 1] == "to" and self.quote_of[t] is None:
                first, last = self.outer[self.outer_of[t]]
                to = t + 1
                pobj = p.child(to, "pobj")
                if pobj is None:
                    pobj = p.child(t, "pobj")
                if pobj is None:
                    continue
                source = self.trim([x for x in p.subtree(pobj) if x > to])
                source = self.trim(self.before_main_clause(source, t, first, last))
                block = set(source) | {t, to}
                content = [x for x in range(first, last) if x not in block]
                found.append(Found([t, to], source, self.trim(content), t, "according to"))
        return found

    def before_main_clause(self, source, t, first, last):
        """A source of "According to X, Y did Z" without the Y."""
        p = self.p
        if not source or source[-1] + 1 >= last:
            return source
        commas = [x for x in source if p.words[x] == ","]
        after = source[-1] + 1
        if commas and p.words[after] not in (",", ".", ";", ")", "—", "--") and not self.ends_quote(after):
            return [x for x in source if x < commas[-1]]
        return source

    def continue_quotes(self, found):
        p = self.p
        taken = set()
        for f in found:
            taken |= {self.quote_of[t] for t in f.content if self.quote_of[t] is not None}
        for n, q in enumerate(self.quotes):
            if n in taken:
                continue
            self.pick_up(n, q, found)
            continue
            line = self.line(q.first)
            s = self.outer[self.outer_of[q.first]]
            if q.first != s[0]:
                continue
            before = [f for f in found if f.content and f.cue and line[0] <= f.cue[0] < q.first and any(self.quote_of[t] is not None for t in f.content)]
            if before and q.last - q.first > 3:
                f = max(before, key=lambda f: f.cue[0])
                if self.quote_of[f.cue[0]] is None:
                    f.content = sorted(set(f.content) | set(range(q.first, q.last)))

    def pick_up(self, n, q, found):
        """A quotation that no cue has: it goes on with what the cue before it has."""
        p = self.p
        if q.last - q.first < 5:
            return
        first, last = self.outer[self.outer_of[q.first]]
        if q.first != first:
            return
        line = self.line(q.first)
        rest = [t for t in range(q.last, min(last, line[1])) if self.quote_of[t] is None and p.words[t] not in _COMMAS]
        if rest:
            return
        before = [f for f in found if f.cue and f.cue[0] < q.first and f.cue[0] >= line[0] and self.has_quote(f)]
        if not before and q.first == line[0]:
            number = bisect_right(self.line_starts, q.first) - 1
            k = number - 1
            while k >= 0:
                a, b = p.lines[k]
                before = [f for f in found if f.cue and any(a <= t < b for t in f.content) and self.has_quote(f)]
                if before:
                    # only if that line ends in the quotation or in its cue
                    f = max(before, key=lambda f: f.cue[0])
                    if any(t >= b - 12 for t in f.content if a <= t < b) or f.cue[0] >= b - 25:
                        break
                    before = []
                break
        if before:
            f = max(before, key=lambda f: f.cue[0])
            f.content = sorted(set(f.content) | set(range(q.first, q.last)))

    def has_quote(self, f):
        return any(self.quote_of[t] is not None for t in f.content)

    def colons(self, found):
        """'Pew Research: "All the samples ..."'."""
        p = self.p
        taken = {self.quote_of[t] for f in found for t in f.content}
        out = []
        for n, q in enumerate(self.quotes):
            if n in taken or q.first == 0 or p.words[q.first - 1] != ":" or q.last - q.first < 6:
                continue
            colon = q.first - 1
            a = max(self.line(q.first)[0], self.outer[self.outer_of[colon]][0])
            if any(f.cue and a <= f.cue[0] < colon for f in found):
                continue
            h = colon - 1
            if h < a:
                continue
            while p.heads[h] != h and a <= p.heads[h] < colon and p.tags[p.heads[h]][:2] in ("NN", "CD", "IN") :
                h = p.heads[h]
            while p.tags[h][:2] == "IN":
                inner = p.child(h, "pobj")
                if inner is None: break
                h = inner
            if p.tags[h][:2] not in ("NN", "PR"):
                continue
            source = [t for t in self.source(h, [colon]) if a <= t < colon]
            if source:
                f = Found([colon], source, list(range(q.first, q.last)), None, ":")
                out.append(f)
        return out

    def adverbs(self, found):
        """"reportedly": what an unnamed source says."""
        p = self.p
        covered = {t for f in found for t in [*f.content, *f.cue]}
        out = []
        for t, w in enumerate(p.lowered):
            if w in ("reportedly", "allegedly", "supposedly", "purportedly") and t not in covered and self.quote_of[t] is None:
                a, b = self.outer[self.outer_of[t]]
                h = p.heads[t]
                if not p.tags[h].startswith("VB"):
                    continue
                content = [x for x in p.subtree(h) if x != t and a <= x < b]
                drop = set()
                for c in p.children[h]:
                    if p.deps[c] in ("advcl", "cc", "conj") and c > h:
                        drop |= set(p.subtree(c))
                content = self.trim([x for x in content if x not in drop])
                if content:
                    out.append(Found([t], [], content, None, w))
        return out

    def split_conjoined(self, found):
        """"He said A and said B" where the parser took the second for a part of what the first says."""
        p = self.p
        for f in found:
            if f.head is None or not f.cue or f.word == "according to":
                continue
            for g in found:
                if g is f or g.head is None or g.cue[0] <= f.cue[0] or g.cue[0] not in f.content or self.quote_of[g.cue[0]] is not None:
                    continue
                start = g.cue[0]
                before = start - 1
                subj = p.child(g.head, "nsubj")
                if subj is not None and g.source and g.source[0] > f.cue[-1]:
                    k = g.source[0] - 1
                    if p.lowered[k] in ("and", "but", "while") and f.word in SAYING and g.word in SAYING and p.tags[g.head] == p.tags[f.head] and f.content and k - f.content[0] > 3:
                        f.content = self.trim([t for t in f.content if t < k])
                    continue
                if p.lowered[before] in ("and", "but") and f.word in SAYING and g.word in SAYING and p.tags[g.head] == p.tags[f.head] and p.tags[g.head] in ("VBD", "VBZ", "VBP"):
                    pass
                elif p.words[before] == "," and p.tags[g.head] == "VBG" and g.word in SAYING and p.tags[f.head] != "VBG":
                    pass
                else:
                    continue
                f.content = self.trim([t for t in f.content if t < before])
                g.source = list(f.source)
                if not f.content:
                    f.content = [t for t in g.content]

    def unknown_verbs(self, found):
        """'"France will always be France," an angry Hollande retaliated.': a verb that stands where "said" does."""
        p = self.p
        taken = {self.quote_of[t] for f in found for t in f.content}
        cues = {t for f in found for t in f.cue}
        out = []
        for n, q in enumerate(self.quotes):
            if n in taken or q.last - q.first < 5:
                continue
            a, b = self.outer[self.outer_of[q.first]]
            verb = None
            if q.is_closed and p.words[q.last - 2] in (",", "?", "!", "—", "--") or (q.last < b and p.words[q.last] == ","):
                for t in range(q.last, min(b, q.last + 14)):
                    if p.tags[t] in ("VBD", "VBZ", "VBP") and p.deps[t] not in ("aux", "auxpass", "relcl") and self.quote_of[t] is None and t not in cues:
                        head, own = clauses.subject(p, t)
                        if own and head is not None and q.last <= head < b:
                            verb = t
                        break
            before = q.first - 1
            if verb is None and before > a and p.words[before] in (":", ","):
                for t in range(before - 1, max(a, before - 12), -1):
                    if self.quote_of[t] is not None or t in cues:
                        break
                    if p.tags[t] in ("VBD", "VBZ", "VBP", "VBG") and p.deps[t] not in ("aux", "auxpass"):
                        head, own = clauses.subject(p, t)
                        if head is not None and a <= head < t and (p.words[before] == ":" or t >= before - 3):
                            verb = t
                        break
            if verb is None:
                continue
            cue = clauses.verb_words(p, verb)
            head, _ = clauses.subject(p, verb)
            out.append(Found(cue, self.source(head, cue), list(range(q.first, q.last)), verb, p.lowered[verb]))
        return out

    def nouns(self, found):
        """"Trump's claim that ..."."""
        p = self.p
        covered = {t for f in found for t in [*f.content, *f.cue]}
        out = []
        for n, w in enumerate(p.lowered):
            if w not in NOUNS or not p.tags[n].startswith("NN") or n in covered or self.quote_of[n] is not None:
                continue
            clause = next((c for c in p.children[n] if p.deps[c] in ("acl", "ccomp", "relcl") and c > n and p.lowered[p.subtree(c)[0]] == "that" and p.deps[p.subtree(c)[0]] == "mark"), None)
            be = p.heads[n]
            was = False
            if clause is None and p.deps[n] == "nsubj" and p.lowered[be] in ("is", "was", "'s", "’s"):
                clause = next((c for c in p.children[be] if p.deps[c] == "ccomp" and c > be and p.lowered[p.subtree(c)[0]] == "that"), None)
                was = True
            if clause is None:
                continue
            poss = p.child(n, "poss")
            source = [] if poss is None else p.subtree(poss)
            of = next((c for c in p.children[n] if p.lowered[c] in ("of", "by", "from") and n < c < clause), None)
            if poss is None and of is not None:
                source = [t for t in p.subtree(of) if t != of and t < clause and t not in p.subtree(clause)]
            cue = [t for t in [*p.children[n], n] if t == n or (t < n and p.deps[t] in ("det", "amod"))]
            cue = [t for t in range(min(cue), (be if was else n) + 1) if t not in source]
            out.append(Found(cue, source, self.trim(p.subtree(clause)), n, w))
        return out

    def signatures(self, found):
        """A line of its own after a quotation: "- Clinton."."""
        p = self.p
        taken = {self.quote_of[t] for f in found for t in f.content}
        out = []
        for (a, b), (c, d) in zip(p.lines, p.lines[1:]):
            n = self.quote_of[a]
            if n is None or n in taken or self.quotes[n].first != a or self.quotes[n].last < b - 1:
                continue
            if p.words[c] in ("-", "--", "—", "–") and d - c <= 15 and c + 1 < d and p.tags[c + 1][:2] in ("NN", "DT"):
                out.append(Found([c], self.trim(list(range(c + 1, d))), list(range(a, b)), None, "-"))
        return out
