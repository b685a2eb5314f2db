"""A chain of certificates, from whatever bytes a stranger may send."""

from __future__ import annotations

import ssl
import warnings
from collections.abc import Mapping
from random import Random

import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from skill.web.chain import Untrusted, public_roots, signer_of
from tests.web.authority import NOW, Authority


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


def test_the_public_roots_are_those_of_certifi_without_a_warning() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert public_roots()
