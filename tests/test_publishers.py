"""Who publishes a page: no page can call itself somebody else."""

import pytest

from claimcheck.publishers import MAX_NAME_LENGTH, bare_host, plausible_name, publisher_name


@pytest.mark.parametrize(
    ("site_name", "host", "name"),
    [
        ("Reuters", "www.reuters.com", "Reuters"),
        ("CEIAS", "ceias.eu", "CEIAS"),
        ("The New York  Times", "www.nytimes.com", "The New York Times"),
        ("BBC News", "www.bbc.co.uk", "BBC News"),
        ("BBC", "www.bbc.co.uk", "BBC"),
        ("POLITICO", "www.politico.eu", "POLITICO"),
        ("Center for Strategic Studies", "www.css.org", "Center for Strategic Studies"),
        ("The Guardian", "amp.theguardian.com", "The Guardian"),
        ("Der Spiegel", "www.spiegel.de", "Der Spiegel"),
        ("Carnegie Endowment for Peace", "carnegieendowment.org", "Carnegie Endowment for Peace"),
        ("Foreign Affairs Magazine", "foreignaffairs.com", "Foreign Affairs Magazine"),
    ],
)  # fmt: skip
def test_a_name_that_the_address_bears_out_is_taken(site_name: str, host: str, name: str) -> None:
    assert publisher_name(site_name, host) == name


@pytest.mark.parametrize("site_name", ["Reuters", "A", "", None, "...", "Ministry of Truth", "evi"])
def test_any_other_page_is_called_by_its_address(site_name: str | None) -> None:
    assert publisher_name(site_name, "www.evil-news.example") == "evil-news.example"


@pytest.mark.parametrize("host", ["reuters-news.com", "reut.com", "reuterscom.net", "r.com"])
def test_an_address_that_only_looks_like_a_name_does_not_get_it(host: str) -> None:
    assert publisher_name("Reuters", host) == host


def test_an_address_without_a_name_is_its_own_name() -> None:
    assert publisher_name("Home", "127.0.0.1") == "127.0.0.1"
    assert publisher_name(None, "localhost") == "localhost"


def test_what_is_longer_than_names_are_is_none() -> None:
    words = "Example " * 15
    assert publisher_name(words, "example.org") == words.strip()
    assert publisher_name(words + "Example", "www.example.org") == "example.org"
    assert publisher_name("Example " + "\u65e5" * 980, "example.org") == "example.org"


@pytest.mark.parametrize("written", [None, "", " \n", "\u200b", "\u00ad \u200b", "x" * (MAX_NAME_LENGTH + 1)])
def test_nothing_to_be_read_is_no_name(written: str | None) -> None:
    assert plausible_name(written) is None


def test_a_name_is_one_line() -> None:
    assert plausible_name(" The\n Paper ") == "The Paper"


@pytest.mark.parametrize(
    ("host", "bare"),
    [
        ("www.e.org", "e.org"), ("m.e.org", "e.org"), ("amp.e.org", "e.org"), ("alice.e.org", "alice.e.org"),
        ("m.com", "m.com"), ("localhost", "localhost"), ("10.0.0.1", "10.0.0.1"),
    ],
)  # fmt: skip
def test_the_form_in_which_pages_come_is_no_part_of_the_host(host: str, bare: str) -> None:
    assert bare_host(host) == bare
