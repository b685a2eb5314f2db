"""Who may send unverified requests: programs and pages of this very machine, and nobody else.

Behind a proxy or a tunnel every request comes from loopback, so the address of the sender proves
nothing. What gives a stranger away is the Host asked for, the Origin of the page that asks, and
the headers that proxies and tunnels add.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping

NAMES = ("localhost", "127.0.0.1", "[::1]")

_FORWARDING = (
    "forwarded",
    "via",
    "cdn-loop",
    "client-ip",
    "true-client-ip",
    "fastly-",
    "fly-",
    "cf-",
    "ngrok-",
    "tailscale-",
    "x-amzn-",
    "x-arr-",
    "x-azure-",
    "x-client-ip",
    "x-cluster-client-ip",
    "x-envoy-",
    "x-forwarded",
    "x-ngrok-",
    "x-original-",
    "x-originating-ip",
    "x-proxy",
    "x-real-ip",
    "x-remote-",
)
"""Beginnings of the headers that a proxy, a tunnel or a cloud's front door adds."""


def is_loopback(address: str) -> bool:
    """Whether only this machine can reach a server on `address`."""
    if address == "localhost":
        return True
    try:
        return ipaddress.ip_address(address.strip("[]")).is_loopback
    except ValueError:
        return False


def hosts(port: int) -> frozenset[str]:
    """The Host headers that mean this machine at `port`."""
    named = {f"{name}:{port}" for name in NAMES}
    return frozenset(named | set(NAMES) if port == 80 else named)


def refusal(headers: Mapping[str, str], port: int) -> str | None:
    """Why a request with these headers is refused, in a sentence; None for one of our own."""
    forwarded = [name for name in headers if name.lower().startswith(_FORWARDING)]
    if forwarded:
        return (
            "This simulator takes unverified requests, so it answers none that came through a "
            f"proxy or a tunnel: the header {forwarded[0][:40]} says that this one did."
        )
    ours = hosts(port)
    if headers.get("Host", "").lower() not in ours:
        return (
            f"This simulator answers only at http://127.0.0.1:{port} and http://localhost:{port}."
        )
    origin = headers.get("Origin")
    if origin is not None and origin.lower() not in {f"http://{host}" for host in ours}:
        return "This simulator answers only its own page, and this request comes from another one."
    return None
