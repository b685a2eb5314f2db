"""A chain fetched over a real socket, from a host that may be slow, endless or another."""

from __future__ import annotations

import http.server
import ipaddress
import itertools
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from skill.web import download
from skill.web.certificates import Certificates
from skill.web.chain import Untrusted
from skill.web.download import MOST_BYTES
from tests.web.authority import NOW, Authority

URL = "https://s3.amazonaws.com/echo.api/echo-api-cert-12.pem"
ANOTHER = "https://s3.amazonaws.com/echo.api/echo-api-cert-13.pem"


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
