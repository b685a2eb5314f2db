"""Amazon's certificates as the web service gets them: kept, shared, and not waited for long."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest

from skill.web import certificates, chain
from skill.web.certificates import MOST_WAITING, PAUSE, Certificates
from skill.web.chain import Untrusted
from skill.web.server import THREADS
from tests.web.authority import VALID_UNTIL, Authority
from tests.web.certificate_host import ANOTHER, URL, Host


def test_a_certificate_is_fetched_once_while_it_is_valid(host: Host, kept: Certificates) -> None:
    first = kept.signer(URL)
    host.now = VALID_UNTIL

    assert kept.signer(URL) is first
    assert host.asked == [URL]


def test_a_certificate_is_fetched_again_after_it_expired(
    host: Host, kept: Certificates, authority: Authority
) -> None:
    kept.signer(URL)
    host.now = VALID_UNTIL + timedelta(seconds=1)

    with pytest.raises(Untrusted, match="not valid"):
        kept.signer(URL)
    host.chain = authority.chain(valid_until=VALID_UNTIL + timedelta(days=1))
    host.seconds += PAUSE

    assert kept.signer(URL).is_valid(host.now)
    assert host.asked == [URL] * 3


def test_certificates_of_different_addresses_are_kept_apart(host: Host, kept: Certificates) -> None:
    kept.signer(URL)
    kept.signer(ANOTHER)
    kept.signer(URL)

    assert host.asked == [URL, ANOTHER]


def test_no_more_than_a_few_are_kept_and_the_one_in_use_stays(
    host: Host, kept: Certificates
) -> None:
    for number in range(3 * certificates.MOST_KEPT):
        kept.signer(URL)
        kept.signer(f"{URL}.{number}")

    assert len(kept) == certificates.MOST_KEPT
    assert host.asked.count(URL) == 1


def test_what_is_refused_is_not_kept_and_not_asked_for_again_until_a_while_is_over(
    host: Host, kept: Certificates, authority: Authority
) -> None:
    host.chain = Authority("a stranger").chain()
    for _ in range(3):
        with pytest.raises(Untrusted, match="chain"):
            kept.signer(URL)
    assert (len(kept), host.asked) == (0, [URL])

    host.chain = authority.chain()
    host.seconds += PAUSE - 0.1
    with pytest.raises(Untrusted, match="chain"):
        kept.signer(URL)
    host.seconds += 0.1

    assert kept.signer(URL)
    assert host.asked == [URL] * 2


def test_an_address_where_nothing_is_is_not_asked_again_at_once(
    host: Host, kept: Certificates
) -> None:
    host.fails = Untrusted("the certificate's address answered 404")

    for _ in range(3):
        with pytest.raises(Untrusted, match="404"):
            kept.signer(URL)

    assert host.asked == [URL]


def test_no_more_than_a_number_of_refusals_is_remembered_the_newest_ones(
    host: Host, kept: Certificates
) -> None:
    host.fails = Untrusted("the certificate's address answered 404")
    urls = [f"{URL}.{number}" for number in range(certificates.MOST_REFUSED + 1)]
    for url in urls:
        with pytest.raises(Untrusted):
            kept.signer(url)

    for url in (urls[1], urls[-1], urls[0]):
        with pytest.raises(Untrusted):
            kept.signer(url)

    assert host.asked == [*urls, urls[0]]


def test_those_who_wait_for_certificates_never_take_every_thread(
    host: Host, authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, go_on = threading.Semaphore(0), threading.Event()

    def slow(url: str) -> bytes:
        if url != URL:
            asked.release()
            assert go_on.wait(30)
        return host.fetch(url)

    # Each fetch says that it began, which a place in line does not.
    monkeypatch.setattr(certificates, "MOST_AT_ONCE", MOST_WAITING)
    kept = Certificates(slow, authority.roots, host.clock, longest_wait=30)
    kept.signer(URL)
    strangers = [
        threading.Thread(target=kept.signer, args=(f"{URL}.{number}",))
        for number in range(MOST_WAITING)
    ]
    for thread in strangers:
        thread.start()
    for _ in strangers:
        assert asked.acquire(timeout=30)

    # Not even together with one of them.
    for url in (ANOTHER, f"{URL}.0"):
        with pytest.raises(Untrusted, match="too many"):
            kept.signer(url)
    assert kept.signer(URL)
    go_on.set()
    for thread in strangers:
        thread.join()

    # They have given their places back.
    assert kept.signer(ANOTHER)
    assert MOST_WAITING < THREADS


def test_threads_that_want_the_same_certificate_share_one_fetch(
    host: Host, authority: Authority
) -> None:
    asked, go_on = threading.Event(), threading.Event()

    def slow(url: str) -> bytes:
        asked.set()
        assert go_on.wait(30)
        return host.fetch(url)

    kept = Certificates(slow, authority.roots, host.clock, longest_wait=30)
    found = []
    threads = [
        threading.Thread(target=lambda: found.append(kept.signer(URL))) for _ in range(MOST_WAITING)
    ]
    for thread in threads:
        thread.start()
    assert asked.wait(30)
    go_on.set()
    for thread in threads:
        thread.join()

    assert len(found) == MOST_WAITING
    assert host.asked == [URL]


class Panic(BaseException):
    """As the library's Rust raises: no Exception."""


@pytest.mark.parametrize("kind", [RuntimeError, MemoryError, RecursionError, OSError, Panic])
def test_whatever_the_library_raises_is_a_refusal(
    host: Host, kept: Certificates, monkeypatch: pytest.MonkeyPatch, kind: type[BaseException]
) -> None:
    def broken(_: bytes) -> None:
        raise kind

    monkeypatch.setattr(chain, "load_pem_x509_certificates", broken)
    with pytest.raises(Untrusted, match=kind.__name__):
        kept.signer(URL)
    monkeypatch.undo()

    # The host did what it should.
    assert kept.signer(ANOTHER)
