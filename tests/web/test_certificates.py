"""Amazon's certificates as the web service gets them: kept, shared, and not waited for long."""

from __future__ import annotations

import http.server
import ipaddress
import itertools
import socket
import ssl
import threading
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from skill.web import certificates, chain, download
from skill.web.certificates import MOST_WAITING, PAUSE, Certificates
from skill.web.chain import Untrusted, public_roots, signer_of
from skill.web.download import MOST_BYTES
from skill.web.server import THREADS
from tests.web.authority import NOW, VALID_UNTIL, Authority, Chain

URL = "https://s3.amazonaws.com/echo.api/echo-api-cert-12.pem"
ANOTHER = "https://s3.amazonaws.com/echo.api/echo-api-cert-13.pem"


class Host:
    """A host of certificates, and two clocks. `fails` is raised instead of an answer, once set."""

    def __init__(self, chain: Chain) -> None:
        self.now = NOW
        self.seconds = 0.0
        self.chain = chain
        self.asked: list[str] = []
        self.fails: Exception | None = None

    def clock(self) -> datetime:
        return self.now

    def stopwatch(self) -> float:
        return self.seconds

    def fetch(self, url: str) -> bytes:
        self.asked.append(url)
        if self.fails is not None:
            raise self.fails
        return self.chain.pem


@pytest.fixture(scope="module")
def authority() -> Authority:
    return Authority()


@pytest.fixture
def host(authority: Authority) -> Host:
    return Host(authority.chain())


@pytest.fixture
def kept(host: Host, authority: Authority) -> Certificates:
    return Certificates(host.fetch, authority.roots, host.clock, stopwatch=host.stopwatch)


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


# --- What the library makes of a stranger's bytes -------------------------------------------


def pem_of(*certificates: bytes) -> bytes:
    return "".join(ssl.DER_cert_to_PEM_cert(one) for one in certificates).encode()


# While it is read: of version 106.
NO_VERSION = {b"\xa0\x03\x02\x01\x02": b"\xa0\x03\x02\x01\x69"}
# While the chain is followed: what it says of how it is signed does not agree, and the subject,
# which is read only to say whose that is, is no UTF-8.
NO_TEXT = {b"\x48\x86\xf7\x0d\x01\x01\x0b": b"\x48\xf4\xf7\x0d\x01\x01\x0b", b"leaf": b"l\x81af"}


@pytest.mark.parametrize(
    ("changes", "kind"), [(NO_VERSION, "InvalidVersion"), (NO_TEXT, "ValueError")]
)
def test_a_certificate_that_the_library_cannot_read_is_refused(
    authority: Authority, changes: Mapping[bytes, bytes], kind: str
) -> None:
    leaf, intermediate = (one.public_bytes(Encoding.DER) for one in authority.chain().certificates)
    for was, becomes in changes.items():
        assert was in leaf
        leaf = leaf.replace(was, becomes, 1)

    with pytest.raises(Untrusted, match=kind):
        signer_of(pem_of(leaf, intermediate), authority.roots, NOW)


def test_a_certificate_with_any_byte_changed_is_refused_if_it_is_not_taken(
    authority: Authority,
) -> None:
    chance = Random(9)
    leaf, intermediate = (one.public_bytes(Encoding.DER) for one in authority.chain().certificates)
    refused = 0
    for _ in range(1_000):
        broken = bytearray(leaf)
        broken[chance.randrange(len(broken))] ^= chance.randrange(1, 256)
        try:
            signer_of(pem_of(bytes(broken), intermediate), authority.roots, NOW)
        except Untrusted:
            refused += 1

    assert refused > 900


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


def test_the_public_roots_are_those_of_certifi_without_a_warning() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert public_roots()


# --- Over a real socket ---------------------------------------------------------------------


Answer = Callable[[http.server.BaseHTTPRequestHandler], None]


@pytest.fixture(scope="module")
def trust(authority: Authority) -> ssl.SSLContext:
    """The trust of somebody who knows this authority alone."""
    return ssl.create_default_context(cadata=authority.root.public_bytes(Encoding.PEM).decode())


@pytest.fixture
def hosted(authority: Authority, tmp_path: Path) -> Iterator[Callable[[Answer], str]]:
    """Serves an answer by TLS on this machine, at the address that it gives."""
    loopback = x509.IPAddress(ipaddress.ip_address("127.0.0.1"))
    chain = authority.chain(names=[loopback])
    (tmp_path / "certificates.pem").write_bytes(chain.pem)
    (tmp_path / "key.pem").write_bytes(chain.key_pem)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "certificates.pem", tmp_path / "key.pem")
    servers: list[http.server.ThreadingHTTPServer] = []

    def host(answer: Answer) -> str:
        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                with suppress(OSError):
                    answer(self)

            def log_message(self, *_: object) -> None:
                pass

        class Quiet(http.server.ThreadingHTTPServer):
            def handle_error(self, *_: object) -> None:
                pass

        server = Quiet(("127.0.0.1", 0), Handler)
        server.socket = context.wrap_socket(server.socket, server_side=True)
        threading.Thread(target=server.serve_forever, args=(0.01,)).start()
        servers.append(server)
        return f"https://127.0.0.1:{server.server_port}/echo.api/cert.pem"

    yield host
    for server in servers:
        server.shutdown()
        server.server_close()


def answering(body: bytes, status: int = 200, **headers: str) -> Answer:
    def answer(request: http.server.BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        for name, value in headers.items():
            request.send_header(name, value)
        request.end_headers()
        request.wfile.write(body)

    return answer


def test_a_certificate_is_downloaded(
    hosted: Callable[[Answer], str], trust: ssl.SSLContext
) -> None:
    assert download.download(hosted(answering(b"a chain")), trust) == b"a chain"


def test_a_host_that_the_public_roots_do_not_know_is_not_believed(
    hosted: Callable[[Answer], str],
) -> None:
    with pytest.raises(OSError, match="CERTIFICATE_VERIFY_FAILED"):
        download.download(hosted(answering(b"a chain")))


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308, 304, 403, 404, 500, 503])
def test_only_a_plain_answer_is_taken_and_no_redirect_is_followed(
    hosted: Callable[[Answer], str], trust: ssl.SSLContext, status: int
) -> None:
    elsewhere = hosted(answering(b"a chain of somebody else"))
    address = hosted(answering(b"", status, Location=elsewhere))

    with pytest.raises(Untrusted, match=str(status)):
        download.download(address, trust)


def test_an_endless_answer_is_cut_off(
    hosted: Callable[[Answer], str], trust: ssl.SSLContext
) -> None:
    def endless(request: http.server.BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.end_headers()
        while True:
            request.wfile.write(b"-" * 4096)

    with pytest.raises(Untrusted, match="too large"):
        download.download(hosted(endless), trust, clock=lambda: 0.0)


def test_an_answer_may_be_as_large_as_the_limit_and_no_larger(
    hosted: Callable[[Answer], str], trust: ssl.SSLContext
) -> None:
    assert len(download.download(hosted(answering(b"-" * MOST_BYTES)), trust)) == MOST_BYTES
    with pytest.raises(Untrusted, match="too large"):
        download.download(hosted(answering(b"-" * (MOST_BYTES + 1))), trust)


def test_an_answer_that_comes_byte_by_byte_is_given_up(
    hosted: Callable[[Answer], str], trust: ssl.SSLContext
) -> None:
    def dripping(request: http.server.BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.end_headers()
        while True:
            request.wfile.write(b"-")

    seconds = itertools.count()

    with pytest.raises(TimeoutError, match="too slowly"):
        download.download(hosted(dripping), trust, seconds=5, clock=lambda: float(next(seconds)))


def test_a_host_that_accepts_and_says_nothing_is_given_up(trust: ssl.SSLContext) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"https://127.0.0.1:{silent.getsockname()[1]}/echo.api/cert.pem"

        with pytest.raises(OSError, match="timed out"):
            download.download(address, trust, seconds=0.01)


@pytest.mark.parametrize("said", [b"nonsense\r\n\r\n", b""])
def test_a_host_that_breaks_off_is_one_that_failed(
    hosted: Callable[[Answer], str], trust: ssl.SSLContext, said: bytes
) -> None:
    def broken(request: http.server.BaseHTTPRequestHandler) -> None:
        request.wfile.write(said)

    with pytest.raises(OSError, match=r".+"):
        download.download(hosted(broken), trust)


def test_what_broke_off_in_its_middle_is_no_certificate_and_is_not_kept(
    hosted: Callable[[Answer], str], trust: ssl.SSLContext, authority: Authority
) -> None:
    address = hosted(answering(authority.chain().pem[:900], 200, **{"Content-Length": "9000"}))
    kept = Certificates(
        lambda url: download.download(url, trust), authority.roots, lambda: NOW, longest_wait=30
    )

    with pytest.raises(Untrusted, match="cannot be read"):
        kept.signer(address)

    assert len(kept) == 0
