"""Answers that are no document: a challenge to prove oneself human, a wall, or a page that says it is missing; pure.

What an article says about such products must never make it one: what is found in scripts counts unless the page
has an article's worth of text, what is found in the text itself only where there is little of it.
"""

import re
from collections.abc import Mapping
from html import unescape
from typing import NamedTuple

HEADERS = frozenset({"cf-mitigated", "content-type", "x-amzn-waf-action", "x-datadome", "x-dd-b", "x-kpsdk-ct"})
"""The headers, by lower-case name, that `blocking` looks at."""
_LOOKED_AT = 256 * 1024
_LITTLE = 2_000
"""Characters of visible text below which the words of a page may say what it is."""
_SOME = 8_000
"""Characters of visible text from which a page is a document, whatever its scripts are."""
_ALMOST_NOTHING = 600
_DENIED = (403, 405, 429)

_MARKUP = re.compile(r"<!--|-->|<(/?)(script|style|template|svg|title)\b[^<>]*>|<[^<>]*>", re.IGNORECASE)
_TITLE = re.compile(r"<title\b[^<>]*>([^<]{0,300})", re.IGNORECASE)
# a bare html.unescape fails on a number of thousands of digits
_ENTITY = re.compile(r"&(?:#x?[0-9a-f]{1,6}|[a-z]{2,8});", re.IGNORECASE)

_MACHINES = (
    (
        "a Cloudflare challenge",
        r"_cf_chl_opt|/cdn-cgi/challenge-platform/h/[a-z]/orchestrate/|id=[\"']?challenge-error-text",
    ),
    ("a DataDome challenge", r"\b(?:geo|ct|i)\.captcha-delivery\.com/(?:captcha|interstitial|[ci]\.js)"),
    ("a DataDome challenge", r"\bdd\s*=\s*\{[^<>{}]{0,800}captcha-delivery\.com"),
    (
        "a PerimeterX challenge",
        r"id=[\"']?px-captcha|\bpx-(?:cdn|cloud)\.net/[^<>\"']{0,80}captcha\.js|/captcha/captcha\.js\?a=c",
    ),
    ("an Imperva challenge", r"_Incapsula_Resource\?[^<>\"']{0,400}\b(?:incident_id|edet)="),
    ("an AWS WAF challenge", r"\bAwsWafIntegration\.checkForceRefresh|window\.gokuProps\s*="),
    ("a Sucuri challenge", r"sucuri_cloudproxy_js\s*="),
    ("an Anubis challenge", r"id=[\"']?anubis_challenge\b|/\.within\.website/x/cmd/anubis/api/"),
    ("a DDoS-Guard challenge", r"/\.well-known/ddos-guard/(?:js-challenge|check)|check\.ddos-guard\.net/check\.js"),
    ("a Kasada challenge", r"window\.KPSDK\s*=\s*\{\}"),
    ("a consent wall", r"<form\b[^<>]{0,300}\baction=[\"']?https://consent\.(?:google|youtube)\.[a-z.]{2,7}/save"),
    ("a consent wall", r"name=[\"']?originalDoneUrl\b"),
)
_PHRASES = (
    ("a Cloudflare challenge", r"attention required! \| cloudflare"),
    ("a Cloudflare challenge", r"sorry, you have been blocked.{0,900}\bcloudflare ray id"),
    ("a Cloudflare challenge", r"checking your browser before accessing.{0,900}\b(?:cloudflare|ray id)"),
    ("a Cloudflare challenge", r"verify(?:ing)? you are human.{0,900}\b(?:cloudflare|ray id)"),
    ("an Akamai denial", r"access denied.{0,900}\breference #.{0,20}[0-9a-f]\.[0-9a-f]{4}"),
    ("an Akamai denial", r"access denied.{0,900}\berrors\.edgesuite\.net"),
    ("an Imperva challenge", r"\bincapsula incident id"),
    ("a Sucuri challenge", r"sucuri website firewall.{0,200}\baccess denied"),
    ("a Sucuri challenge", r"access denied.{0,200}\bsucuri website firewall"),
    ("an Anubis challenge", r"making sure you're not a bot.{0,900}\banubis\b"),
    ("a DDoS-Guard challenge", r"\bddos-guard\b.{0,300}\bchecking your browser"),
    ("a DDoS-Guard challenge", r"checking your browser.{0,300}\bddos-guard\b"),
    ("a PerimeterX challenge", r"press (?:&|and) hold to confirm you are"),
    ("a captcha", r"our systems have detected unusual traffic from your computer network"),
    ("a consent wall", r"before you continue to (?:google|youtube)\b"),
    ("a consent wall", r"\byahoo\b.{0,200}\bfamily of brands\b.{0,1500}\baccept all\b"),
)
_CAPTCHA = re.compile(
    r"(?:google\.com|recaptcha\.net)/recaptcha/(?:api|enterprise)\.js|hcaptcha\.com/1/api\.js"
    r"|challenges\.cloudflare\.com/turnstile|class=[\"'](?:g-recaptcha|h-captcha|cf-turnstile)\b"
)
_CAPTCHA_WORDS = re.compile(
    r"not a (?:robot|bot)\b|\bare (?:you )?(?:a )?human\b|\bhuman verification\b|unusual (?:traffic|activity)"
    r"|\bsecurity (?:check|verification)\b|\bprove (?:that )?you\b|(?:complete|solve|enter) (?:the|this) captcha"
)
_BOT_WORDS = re.compile(r"\benable (?:javascript and cookies|cookies and javascript|js and disable any ad blocker)\b")
_WALL_WORDS = re.compile(
    r"\b(?:already a subscriber|subscribe (?:now )?to (?:continue|read|keep reading)|for subscribers only"
    r"|to continue reading|to read the full (?:article|story))\b"
)
_NOT_FREE = re.compile(r"[\"']isaccessibleforfree[\"']\s*:\s*[\"']?false", re.IGNORECASE)
_LOGIN = re.compile(r"(?:please )?(?:log|sign) ?in(?: to [\w .-]{1,40})?|(?:login|sign-in)(?: required| page)?")
_PASSWORD = re.compile(r"<input\b[^<>]*\btype=[\"']?password", re.IGNORECASE)
_TITLE_PARTS = re.compile(r"\s*(?:[|•·–—»:]|\s-\s)\s*")
_MISSING = re.compile(
    r"(?:(?:http )?(?:error )?404(?: error| page)?(?:\W+(?:page |file )?not found)?"
    r"|(?:oops|sorry|error)?\W*(?:the |this )?(?:requested )?(?:page|file|article|document|resource|content)"
    r"(?: you requested)? (?:was not|is not|could not be|cannot be|can't be|not) (?:found|available)"
    r"|not found|seite nicht gefunden|page (?:non trouvée|introuvable)|p[áa]gina (?:no encontrada|não encontrada)"
    r"|pagina (?:non trovata|niet gevonden)|страница не найдена|сторінку не знайдено|页面不存在|ページが見つかりません"
    r")\W*"
)


class _Seen(NamedTuple):
    """The first part of a page: its tags and what is not shown, and in lower case its title and what is shown."""

    machinery: str
    title: str
    words: str
    is_whole: bool


def blocking(status: int, headers: Mapping[str, str], body: bytes) -> str | None:
    """What came instead of the document, in two or three words ("a Cloudflare challenge"); None if nothing says so.

    `headers` are by lower-case name. Only the first 256 KiB of the body are looked at. A plain 403 without any
    sign of who refused, and why, gives None: the status says that already.
    """
    said = _said_by_headers(status, headers)
    if said or not _is_page(headers, body):
        return said
    seen = _seen(body)
    if len(seen.words) < _SOME:
        for reason, pattern in _MACHINES:
            if re.search(pattern, seen.machinery, re.IGNORECASE):
                return reason
    if len(seen.words) >= _LITTLE or not seen.is_whole:
        return None
    return _said_by_words(status, seen)


def _said_by_words(status: int, seen: _Seen) -> str | None:
    if status in _DENIED and ".captcha-delivery.com/" in seen.words:
        return "a DataDome challenge"
    if seen.title.startswith("just a moment") and "/cdn-cgi/challenge-platform/" in seen.machinery:
        return "a Cloudflare challenge"
    if "making sure you're not a bot" in seen.title:
        return "an Anubis challenge"
    shown = f"{seen.title} {seen.words}"
    return next((reason for reason, pattern in _PHRASES if re.search(pattern, shown)), None) or _wall(seen, shown)


def _wall(seen: _Seen, shown: str) -> str | None:
    if len(seen.words) < _ALMOST_NOTHING:
        if not seen.words and "/_Incapsula_Resource?" in seen.machinery:
            return "an Imperva challenge"
        if _CAPTCHA.search(seen.machinery) and _CAPTCHA_WORDS.search(shown):
            return "a captcha"
        if _BOT_WORDS.search(shown):
            return "a bot challenge"
    if _PASSWORD.search(seen.machinery) and _LOGIN.fullmatch(_TITLE_PARTS.split(seen.title)[0]):
        return "a login wall"
    return "a paywall" if _NOT_FREE.search(seen.machinery) and _WALL_WORDS.search(seen.words) else None


def missing(body: bytes) -> str | None:
    """What a page says that was answered as if it were the document: "a page that says it was not found".

    None unless its title says only that, beside the name of the site, and there is little else on the page.
    """
    if not _is_page({}, body):
        return None
    seen = _seen(body)
    if not seen.is_whole or len(seen.words) >= _LITTLE:
        return None
    parts = _TITLE_PARTS.split(seen.title)
    said = any(_MISSING.fullmatch(part) for part in (parts[0], parts[-1], seen.title))
    return "a page that says it was not found" if said else None


def _said_by_headers(status: int, headers: Mapping[str, str]) -> str | None:
    if "challenge" in headers.get("cf-mitigated", "").lower():
        return "a Cloudflare challenge"
    action = headers.get("x-amzn-waf-action", "").lower()
    if action in ("challenge", "captcha"):
        return f"an AWS WAF {action}"
    if status in _DENIED and headers.keys() & {"x-datadome", "x-dd-b"}:
        return "a DataDome challenge"
    if status in _DENIED and "x-kpsdk-ct" in headers:
        return "a Kasada challenge"
    return None


def _is_page(headers: Mapping[str, str], body: bytes) -> bool:
    """Whether the body is text with markup: a PDF that holds such words says nothing by them."""
    kind = headers.get("content-type", "").lower()
    if kind and not any(word in kind for word in ("html", "xml", "text/plain", "json")):
        return False
    return b"<" in body[:1024] or "json" in kind


def _seen(body: bytes) -> _Seen:
    markup = body[:_LOOKED_AT].decode("utf-16" if body[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8", "replace")
    title = _TITLE.search(markup)
    machinery, words = _parted(markup)
    return _Seen(machinery, _plain(title[1] if title else ""), _plain(words), len(body) <= _LOOKED_AT)


def _plain(text: str) -> str:
    text = _ENTITY.sub(lambda match: unescape(match[0]), text)
    return " ".join(text.lower().replace("\u2019", "'").split())


def _parted(markup: str) -> tuple[str, str]:
    """The tags but links with what is never shown, and what is shown; one pass, whatever is left open."""
    machinery: list[str] = []
    shown: list[str] = []
    done = 0
    hidden_by = ""
    for match in _MARKUP.finditer(markup):
        tag = match[0]
        name = (match[2] or "").lower()
        (machinery if hidden_by else shown).append(markup[done : match.start()])
        if not tag.startswith(("<a ", "<A ")):
            machinery.append(tag)
        if not hidden_by:
            is_open = name and not match[1] and (name == "script" or not tag.endswith("/>"))
            hidden_by = "<!--" if tag == "<!--" else name if is_open else ""
        elif (hidden_by == "<!--" and tag == "-->") or (name == hidden_by and match[1]):
            hidden_by = ""
        done = match.end()
    (machinery if hidden_by else shown).append(markup[done:])
    return "".join(machinery), " ".join(shown)
