"""Which addresses are public, however they are spelled, and what a user allows all the same."""

import ipaddress
import re
import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.addresses import literal, not_public, parse_allowed
from claimcheck.errors import UsageError

NOT_PUBLIC = re.split(
    r"\s+",
    """\
0.0.0.0 0.1.2.3 10.0.0.1 100.64.0.1 100.127.255.255 127.0.0.1 127.255.255.254 168.63.129.16 169.254.169.254
172.16.0.1 172.31.255.255 192.0.0.1 192.0.0.192 192.0.2.1 192.88.99.1 192.168.1.1 198.18.0.1 198.19.255.255
198.51.100.1 203.0.113.1 224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255
:: ::1 ::ffff:8.8.8.8 ::ffff:127.0.0.1 ::ffff:0:127.0.0.1 ::8.8.8.8 ::127.0.0.1 64:ff9b::7f00:1 64:ff9b::808:808
64:ff9b:1::1 100::1 2001::1 2001:0:53aa:64c:0:5efe:7f00:1 2001:2::1 2001:20::1 2001:db8::1 2002:7f00:1::
2002:808:808::1 3fff::1 4000::1 5f00::1 fc00::1 fd00:ec2::254 fe80::1 febf::1 fec0::1 ff02::1 ff0e::1
2606:4700::1%eth0""",
)
PUBLIC = re.split(" ", "1.1.1.1 100.63.255.255 100.128.0.0 172.15.0.1 172.32.0.1 223.255.255.255 2606:4700::1 2a00::1")
LOOPBACK = re.split(
    r"\s+",
    """\
127.0.0.1 127.1 127.0.1 2130706433 0x7f000001 0x7F.1 0177.0.0.1 0177.1 017700000001 0x7f.0.0.0x1 127.0.0.1.""",
)


@pytest.mark.parametrize("text", NOT_PUBLIC)
def test_an_address_that_is_not_for_the_public_is_refused(text: str) -> None:
    assert not_public(ipaddress.ip_address(text))


@pytest.mark.parametrize("text", PUBLIC)
def test_a_public_address_is_not(text: str) -> None:
    assert not_public(ipaddress.ip_address(text)) is None


@given(st.ip_addresses())
def test_what_the_standard_library_calls_local_is_never_public(
    address: ipaddress.IPv4Address | ipaddress.IPv6Address,
) -> None:
    if not address.is_global or address.is_multicast or address.is_reserved:
        assert not_public(address)


@pytest.mark.parametrize("host", LOOPBACK)
def test_every_spelling_of_loopback_is_loopback(host: str) -> None:
    assert literal(host) == ipaddress.IPv4Address("127.0.0.1")


@pytest.mark.parametrize("host", [host for host in LOOPBACK if not host.endswith(".")])
def test_a_spelling_means_what_the_resolver_of_the_system_takes_it_for(host: str) -> None:
    assert socket.inet_aton(host) == bytes([127, 0, 0, 1])


@pytest.mark.parametrize("host", ["::1", "[::1]", "[0:0:0:0:0:0:0:1]"])
def test_an_address_in_brackets_is_one(host: str) -> None:
    assert literal(host) == ipaddress.IPv6Address("::1")


@pytest.mark.parametrize("host", ["example.org", "127.0.0.1.example.org", "localhost", "1.2.3.4a", "a.0y7", "0xfg", ""])
def test_a_name_is_no_address(host: str) -> None:
    assert literal(host) is None


@pytest.mark.parametrize("host", ["1.2.3.256", "1.2.3.4.5", "256.1", "4294967296", "08.1", "a.1", "1..1", "9" * 500])
def test_what_can_only_be_meant_as_an_address_and_is_none_is_an_error(host: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        literal(host)


@given(st.ip_addresses(v=4))
def test_an_ipv4_address_as_one_number_in_any_base_is_the_same(address: ipaddress.IPv4Address) -> None:
    number = int(address)
    assert {literal(str(address)), literal(str(number)), literal(hex(number)), literal(f"0{number:o}")} == {address}


def test_hosts_are_allowed_as_they_are_spelled() -> None:
    assert parse_allowed("") == set()
    assert parse_allowed("Wiki.lan:8080, 127.0.0.1:80,[::1]:443,") == {
        ("wiki.lan", 8080),
        ("127.0.0.1", 80),
        ("::1", 443),
    }


@pytest.mark.parametrize(
    "text", ["a", "a:", ":80", "a:0", "a:65536", "a:8x", "http://a:80", "a b:80", "[::1:80", "*:80", "a:٣"]
)
def test_an_entry_that_is_not_host_and_port_is_a_usage_error_with_the_value(text: str) -> None:
    with pytest.raises(UsageError, match="CLAIMCHECK_ALLOW_HOSTS") as error:
        parse_allowed(f"ok.lan:1,{text}")
    assert repr(text) in str(error.value)
