"""Hosts of certificates that fail: none is waited for, and none is asked again at once."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest

from skill.web import certificates
from skill.web.certificates import PAUSE, Certificates
from skill.web.chain import Untrusted
from tests.web.authority import Authority
from tests.web.certificate_host import ANOTHER, URL, Host


def test_a_host_that_never_answers_is_not_waited_for(host: Host, authority: Authority) -> None:
    go_on = threading.Event()

    def silent(url: str) -> bytes:
        host.asked.append(url)
        assert go_on.wait(30)
        return b""

    kept = Certificates(silent, authority.roots, host.clock, longest_wait=0)

    with pytest.raises(Untrusted, match="in time"):
        kept.signer(URL)
    # Nobody waits for it in turn, at any address.
    for url in (URL, ANOTHER):
        with pytest.raises(Untrusted, match="failed a moment ago"):
            kept.signer(url)
    go_on.set()


def test_silent_fetches_do_not_pile_up(host: Host, authority: Authority) -> None:
    go_on = threading.Event()

    def silent(url: str) -> bytes:
        host.asked.append(url)
        assert go_on.wait(30)
        return host.chain.pem

    kept = Certificates(
        silent, authority.roots, host.clock, longest_wait=0, stopwatch=host.stopwatch
    )
    for number in range(40):
        host.seconds += PAUSE
        with pytest.raises(Untrusted, match="in time"):
            kept.signer(f"{URL}.{number}")

    assert len(host.asked) <= certificates.MOST_AT_ONCE
    go_on.set()


def test_a_host_that_failed_is_left_alone_a_while_and_then_asked_again(
    host: Host, kept: Certificates
) -> None:
    host.fails = ConnectionRefusedError()
    with pytest.raises(Untrusted, match="ConnectionRefusedError"):
        kept.signer(URL)
    host.fails = None

    host.seconds += PAUSE - 0.1
    with pytest.raises(Untrusted, match="failed a moment ago"):
        kept.signer(URL)
    host.seconds += 0.1

    assert kept.signer(URL)
    assert host.asked == [URL] * 2


@pytest.mark.parametrize("days", [-20, 20])
def test_a_clock_that_is_set_makes_no_pause_longer_or_shorter(
    host: Host, kept: Certificates, days: int
) -> None:
    host.fails = ConnectionRefusedError()
    with pytest.raises(Untrusted):
        kept.signer(URL)
    host.fails = None

    host.now += timedelta(days=days)
    with pytest.raises(Untrusted, match="failed a moment ago"):
        kept.signer(URL)
    host.seconds += PAUSE

    assert kept.signer(URL)


def test_what_is_kept_is_taken_while_its_host_fails(host: Host, kept: Certificates) -> None:
    kept.signer(URL)
    host.fails = TimeoutError()
    with pytest.raises(Untrusted):
        kept.signer(ANOTHER)

    assert kept.signer(URL)


def test_an_address_where_nothing_is_does_not_make_its_host_a_failing_one(
    host: Host, kept: Certificates
) -> None:
    host.fails = Untrusted("the certificate's address answered 404")
    with pytest.raises(Untrusted, match="404"):
        kept.signer(ANOTHER)
    host.fails = None

    assert kept.signer(URL)
