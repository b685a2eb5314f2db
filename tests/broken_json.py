"""Bodies of a request that are no JSON object, for every server that reads one."""

from __future__ import annotations

NO_OBJECTS = (
    b"",
    b"{",
    b"[]",
    b"null",
    b'"launch"',
    b"\xff{}",
    "{}".encode("utf-16"),
    b"\xef\xbb\xbf{}",
    b"[" * 100_000,
    b'{"a":' * 40_000,
    b'{"a": ' + b"9" * 5000 + b"}",
)
