"""A certificate chain as it was fetched → the key that Amazon signs with, if it is Amazon's."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import certifi
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.utils import CryptographyDeprecationWarning
from cryptography.x509 import (
    Certificate,
    DNSName,
    ExtensionNotFound,
    SubjectAlternativeName,
    load_pem_x509_certificate,
    load_pem_x509_certificates,
)
from cryptography.x509.verification import PolicyBuilder, Store, VerificationError

SIGNER = "echo-api.amazon.com"

_PEM = re.compile(rb"-----BEGIN CERTIFICATE-----.+?-----END CERTIFICATE-----", re.DOTALL)


class Untrusted(Exception):
    """A request that is not taken for one of Amazon's.

    The message says why, for the log; the sender is told nothing of it.
    """


@dataclass(frozen=True)
class Signer:
    """Whose signature counts, while the whole chain is valid: both times are inclusive."""

    key: RSAPublicKey
    valid_from: datetime
    valid_until: datetime

    def is_valid(self, at: datetime) -> bool:
        """Whether every certificate of the chain is valid then."""
        return self.valid_from <= at <= self.valid_until


def public_roots() -> Store:
    """The roots that certifi carries, which are those of Mozilla."""
    return Store(list(_sound(Path(certifi.where()).read_bytes())))


def _sound(bundle: bytes) -> Iterator[Certificate]:
    """Some old roots break RFC 5280, which releases to come will not read: they are left out."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", CryptographyDeprecationWarning)
        for block in _PEM.findall(bundle):
            try:
                yield load_pem_x509_certificate(block)
            except (ValueError, CryptographyDeprecationWarning):
                continue


def signer_of(pem: bytes, roots: Store, at: datetime) -> Signer:
    """The signer of a chain, leaf first, that leads to one of `roots` at that time.

    Raises:
        Untrusted: it is no chain, is not valid then, leads elsewhere, or is not Amazon's.
    """
    try:
        return _signer_of(pem, roots, at)
    except (Untrusted, KeyboardInterrupt, SystemExit):
        raise
    # What is wrong with a stranger's bytes is no fault of ours, whatever the library raises: it
    # reads some fields late, by many kinds of exception, and panics where it is itself at fault.
    except BaseException as error:  # noqa: BLE001
        raise Untrusted(f"the certificate cannot be read: {type(error).__name__}") from None


def _signer_of(pem: bytes, roots: Store, at: datetime) -> Signer:
    leaf, *others = load_pem_x509_certificates(pem)
    verifier = PolicyBuilder().store(roots).time(at).build_server_verifier(DNSName(SIGNER))
    try:
        chain = verifier.verify(leaf, others)
    except VerificationError as error:
        raise Untrusted(f"the certificate chain does not hold: {str(error)[:200]}") from None
    # The verifier would take *.amazon.com as well, which is the name of other services too.
    if SIGNER not in _names(leaf):
        raise Untrusted("the certificate does not name Amazon's signer")
    key = leaf.public_key()
    if not isinstance(key, RSAPublicKey):
        raise Untrusted("the certificate's key is not of the kind that Amazon signs with")
    return Signer(
        key,
        max(certificate.not_valid_before_utc for certificate in chain),
        min(certificate.not_valid_after_utc for certificate in chain),
    )


def _names(leaf: Certificate) -> list[str]:
    try:
        names = leaf.extensions.get_extension_for_class(SubjectAlternativeName).value
    except ExtensionNotFound:
        return []
    return names.get_values_for_type(DNSName)
