"""Pages that are no document are told by their shape, and articles about such pages stay articles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.challenges import HEADERS, blocking, missing

HTML = {"content-type": "text/html; charset=utf-8"}
PARAGRAPH = (
    "<p>Operators of websites answer automated visitors with a challenge. Cloudflare shows \u201cJust a "
    "moment...\u201d and \u201cChecking your browser before accessing\u201d with a Ray ID; DataDome loads "
    "geo.captcha-delivery.com/captcha, Imperva prints an Incapsula incident ID, Akamai says Access Denied with a "
    "Reference #18.2f4d1db8, Anubis says Making sure you're not a bot! and others ask to enable JavaScript and cookies "
    "to continue, to press &amp; hold to confirm you are human, or to prove that you are not a robot. This page was "
    "not found, already a subscriber?</p>"
)
ARTICLE = f"<html><head><title>%s</title>%s</head><body><article>{PARAGRAPH * 20}</article></body></html>"


def page(title: str, body: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head><title>{title}</title>{head}</head><body>{body}</body></html>".encode()


PAGES = {
    "cloudflare": (
        "a Cloudflare challenge",
        page("Just a moment...", "<noscript>Enable JavaScript and cookies to continue</noscript><script>"
             "(function(){window._cf_chl_opt={cvId:'3'};}());</script>"),
    ),
    "cloudflare, by its title": (
        "a Cloudflare challenge",
        page("Just a moment...", "<script src='/cdn-cgi/challenge-platform/scripts/x.js'></script>Verifying"),
    ),
    "cloudflare, denied": (
        "a Cloudflare challenge",
        page("Attention Required! | Cloudflare", "<h1>Sorry, you have been blocked</h1>Cloudflare Ray ID: 8a"),
    ),
    "datadome": (
        "a DataDome challenge",
        page("example.org", "<p>Please enable JS and disable any ad blocker</p><script>var dd={'rt':'c','cid':'A',"
             "'host':'geo.captcha-delivery.com'}</script><script src='https://ct.captcha-delivery.com/c.js'></script>"),
    ),
    "perimeterx": (
        "a PerimeterX challenge",
        page("Access to this page has been denied", "<div id='px-captcha'></div><script src="
             "'https://captcha.px-cdn.net/PX1/captcha.js'></script>"),
    ),
    "perimeterx, by its words": ("a PerimeterX challenge", page("x", "Press &amp; Hold to confirm you are a human")),
    "imperva": (
        "an Imperva challenge",
        page("", "<iframe src='/_Incapsula_Resource?SWUDNSAI=31&amp;xinfo=1&amp;incident_id=77&amp;edet=12'>"
             "Request unsuccessful. Incapsula incident ID: 77</iframe>"),
    ),
    "imperva, without a word": ("an Imperva challenge", page("", "<script src='/_Incapsula_Resource?S=7'></script>")),
    "imperva, by its words": ("an Imperva challenge", page("", "Request unsuccessful. Incapsula incident ID: 77-1")),
    "akamai": (
        "an Akamai denial",
        page("Access Denied", "<h1>Access Denied</h1>No permission. Reference&#32;&#35;18&#46;2f4d1db8&#46;17"
             "<p>https&#58;&#47;&#47;errors&#46;edgesuite&#46;net&#47;18</p>"),
    ),
    "akamai, by its address": ("an Akamai denial", page("x", "Access Denied. See https://errors.edgesuite.net/18.2f")),
    "cloudflare, checking": (
        "a Cloudflare challenge",
        page("x", "Checking your browser before accessing example.org. Ray ID: 8a, DDoS protection by Cloudflare"),
    ),
    "cloudflare, verifying": ("a Cloudflare challenge", page("x", "Verify you are human. Security by Cloudflare")),
    "aws": (
        "an AWS WAF challenge",
        page("", "<script>window.gokuProps = {key:'x'};AwsWafIntegration.checkForceRefresh().then(1)</script>"),
    ),
    "sucuri": ("a Sucuri challenge", page("You are being redirected...", "<script>sucuri_cloudproxy_js='';</script>")),
    "sucuri, denied": (
        "a Sucuri challenge",
        page("Sucuri WebSite Firewall - Access Denied", "Access Denied - Sucuri Website Firewall"),
    ),
    "anubis": (
        "an Anubis challenge",
        page("Making sure you&#39;re not a bot!", "<script id='anubis_challenge' type='application/json'>{}</script>"),
    ),
    "anubis, by its title": ("an Anubis challenge", page("Making sure you\u2019re not a bot!", "<p>Loading...</p>")),
    "ddos-guard": (
        "a DDoS-Guard challenge",
        page("DDoS-Guard", "Checking<script src='/.well-known/ddos-guard/js-challenge/index.js'></script>"),
    ),
    "ddos-guard, by its words": ("a DDoS-Guard challenge", page("DDoS-Guard", "Checking your browser before")),
    "kasada": ("a Kasada challenge", page("", "<script>window.KPSDK={};KPSDK.now=1</script>")),
    "recaptcha": (
        "a captcha",
        page("Security check", "<div class='g-recaptcha'></div>Please prove that you are human",
             "<script src='https://www.google.com/recaptcha/api.js'></script>"),
    ),
    "google": ("a captcha", page("x", "Our systems have detected unusual traffic from your computer network.")),
    "cookies": ("a bot challenge", page("x", "Please enable JavaScript and cookies to continue")),
    "google consent": (
        "a consent wall",
        page("Before you continue", "<form action='https://consent.google.com/save' method='POST'>Accept all</form>"),
    ),
    "google consent, by its words": ("a consent wall", page("x", "<h1>Before you continue to Google</h1>")),
    "yahoo consent": (
        "a consent wall",
        page("Yahoo", "<form class='consent-form'><input type='hidden' name='originalDoneUrl'>Accept all</form>"),
    ),
    "login": (
        "a login wall",
        page("Sign in to Example | Example", "<form>Name <input name='n'><input class='f' type='password'></form>"),
    ),
    "paywall": (
        "a paywall",
        page("The harbour closed", "<p>The port was</p><p>Subscribe to continue</p>",
             "<script type='application/ld+json'>{\"isAccessibleForFree\": \"False\"}</script>"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("status", [200, 403])
@pytest.mark.parametrize(("reason", "body"), PAGES.values(), ids=PAGES)
def test_a_page_that_is_no_document_is_known_by_its_shape(reason: str, body: bytes, status: int) -> None:
    assert blocking(status, HTML, body) == reason
    assert blocking(status, {}, body) == reason
    assert blocking(status, HTML, body.decode().encode("utf-16")) == reason


@pytest.mark.parametrize(
    ("status", "headers", "reason"),
    [
        (403, {"cf-mitigated": "challenge"}, "a Cloudflare challenge"),
        (202, {"x-amzn-waf-action": "challenge"}, "an AWS WAF challenge"),
        (405, {"x-amzn-waf-action": "captcha"}, "an AWS WAF captcha"),
        (403, {"x-datadome": "protected"}, "a DataDome challenge"),
        (429, {"x-kpsdk-ct": "0a"}, "a Kasada challenge"),
        (200, {"x-datadome": "protected"}, None),
        (503, {"x-datadome": "protected"}, None),
        (200, {"x-kpsdk-ct": "0a"}, None),
        (403, {"server": "cloudflare"}, None),
    ],
)
def test_headers_alone_may_say_it(status: int, headers: dict[str, str], reason: str | None) -> None:
    assert blocking(status, headers, b"") == reason
    assert blocking(status, headers, b"%PDF-1.7 <x>") == reason
    assert headers.keys() - {"server"} <= HEADERS


def test_a_denial_in_json_is_known_with_its_status() -> None:
    body = b'{"url":"https://geo.captcha-delivery.com/captcha/?initialCid=A"}'
    assert blocking(403, {"content-type": "application/json"}, body) == "a DataDome challenge"
    assert blocking(200, {"content-type": "application/json"}, body) is None


MACHINERY = [
    "",
    "<script src='/cdn-cgi/challenge-platform/scripts/jsd/main.js'></script>",
    "<script src='/_Incapsula_Resource?SWJIYLWA=719d'></script>",
    "<script src='https://www.google.com/recaptcha/api.js'></script>",
    "<script>window._cf_chl_opt={}</script><div id='px-captcha'></div>",
    "<script type='application/ld+json'>{\"isAccessibleForFree\": false}</script>",
    "<form action='/login'><input type='password'></form>",
]


@pytest.mark.parametrize("status", [200, 403])
@pytest.mark.parametrize("title", ["Just a moment: how Cloudflare works", "Captchas", "Not found", "Sign in", "404"])
@pytest.mark.parametrize("head", MACHINERY)
def test_a_long_article_about_challenges_is_an_article(title: str, head: str, status: int) -> None:
    body = (ARTICLE % (title, head)).encode()
    assert blocking(status, HTML, body) is None
    assert missing(body) is None
    assert blocking(status, HTML, body + b"<script>" + b"x" * 300_000) is None


@pytest.mark.parametrize("head", [*MACHINERY[:4], *MACHINERY[5:]])
@pytest.mark.parametrize(
    "words",
    [
        "The ministry said that no vessel left the port.",
        "Cloudflare said that it would drop captchas. " * 3,
        "See geo.captcha-delivery.com/captcha and <a href='https://geo.captcha-delivery.com/'>this</a>.",
        "Write to us. This site is protected by reCAPTCHA.",
    ],
)
def test_a_short_page_behind_such_a_product_is_a_page(words: str, head: str) -> None:
    assert blocking(200, HTML, page("Harbour closed | Example", f"<p>{words}</p><svg/>", head)) is None


@pytest.mark.parametrize("kind", ["application/pdf", "image/png", "application/octet-stream"])
def test_only_markup_is_read_for_signs(kind: str) -> None:
    assert blocking(200, {"content-type": kind}, PAGES["cloudflare"][1]) is None


@pytest.mark.parametrize(
    "title",
    ["404", "404 Not Found", "Page not found", "Page not found | Example", "Example - Page Not Found", "Error 404",
     "Oops! Page not found", "The requested page could not be found.", "404: Page not found", "Seite nicht gefunden",
     "Page introuvable \u2013 Exemple", "Страница не найдена", "HTTP 404", "Not Found"],
)  # fmt: skip
def test_a_page_that_says_it_is_missing_is_known_by_its_title(title: str) -> None:
    assert missing(page(title, "<p>Sorry.</p>")) == "a page that says it was not found"


@pytest.mark.parametrize(
    "title",
    ["Harbour closed | 404 Media", "404 Media", "Wreck not found after search", "The 404 bus",
     "Weapons not found: ministry",
     "Evidence not found, says official | Example", "", "Room 404"],
)  # fmt: skip
def test_a_title_that_says_more_is_a_title(title: str) -> None:
    assert missing(page(title, "<p>Short.</p>")) is None
    assert missing(title.encode()) is None


@pytest.mark.parametrize(
    "unit",
    ["<", "<script", "<script>", "<!--", "<form class='consent-form ", "dd={", "dd ", "_Incapsula_Resource?", "<title",
     "access denied ", "<input ", "&", "<a ", "</"],
)  # fmt: skip
def test_twenty_megabytes_of_anything_are_no_challenge(unit: str) -> None:
    body = b"<p>" + unit.encode() * (20 * 1024 * 1024 // len(unit))
    assert blocking(200, HTML, body) is None
    assert blocking(200, HTML, body[: 256 * 1024]) is None
    assert missing(body) is None


@given(st.binary(max_size=200), st.sampled_from([200, 403]))
def test_bytes_of_any_kind_are_looked_at(body: bytes, status: int) -> None:
    assert blocking(status, {}, body) is None
    assert missing(body) is None
