"""An authority that certifies signers as Amazon's does: root, intermediate and leaf, made anew."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
)
from cryptography.x509.verification import Store

NOW = datetime(2026, 11, 22, 8, tzinfo=UTC)
VALID_FROM = NOW - timedelta(days=30)
VALID_UNTIL = NOW + timedelta(days=30)
SIGNER = "echo-api.amazon.com"


@cache
def new_key(name: str) -> RSAPrivateKey:
    """The key of that name, made once in a run: making one takes a while."""
    return generate_private_key(public_exponent=65537, key_size=2048)


@dataclass(frozen=True)
class Chain:
    """A leaf's chain, leaf first, and the leaf's key."""

    certificates: tuple[x509.Certificate, ...]
    key: RSAPrivateKey | ec.EllipticCurvePrivateKey

    @property
    def pem(self) -> bytes:
        """The chain as Amazon publishes it."""
        return b"".join(one.public_bytes(Encoding.PEM) for one in self.certificates)

    @property
    def key_pem(self) -> bytes:
        """The leaf's key, for a server that speaks TLS."""
        return self.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())

    def signature(self, body: bytes) -> str:
        """The header `Signature-256` for a body."""
        assert isinstance(self.key, RSAPrivateKey)
        return base64.b64encode(self.key.sign(body, PKCS1v15(), SHA256())).decode()


class Authority:
    """A root and its intermediate. Two of different names do not know each other."""

    def __init__(self, name: str = "a test") -> None:
        self._name = name
        self.root = self._certified(f"{name} root", f"{name} root", path_length=None)
        self.intermediate = self._certified(f"{name} intermediate", f"{name} root", path_length=0)

    @property
    def roots(self) -> Store:
        """A root store that holds this authority's root alone."""
        return Store([self.root])

    def chain(
        self,
        names: Sequence[x509.GeneralName] = (x509.DNSName(SIGNER),),
        valid_from: datetime = VALID_FROM,
        valid_until: datetime = VALID_UNTIL,
        key: RSAPrivateKey | ec.EllipticCurvePrivateKey | None = None,
    ) -> Chain:
        """A leaf for those names, and the intermediate."""
        own = key or new_key(f"{self._name} leaf")
        builder = self._builder("leaf", f"{self._name} intermediate", own, valid_from, valid_until)
        if names:
            builder = builder.add_extension(x509.SubjectAlternativeName(names), critical=False)
        leaf = builder.add_extension(
            x509.ExtendedKeyUsage([x509.oid.ExtendedKeyUsageOID.SERVER_AUTH]), critical=False
        ).sign(new_key(f"{self._name} intermediate"), SHA256())
        return Chain((leaf, self.intermediate), own)

    def _certified(self, name: str, by: str, path_length: int | None) -> x509.Certificate:
        start, end = NOW - timedelta(days=3650), NOW + timedelta(days=3650)
        builder = self._builder(name, by, new_key(name), start, end)
        return (
            builder.add_extension(x509.BasicConstraints(ca=True, path_length=path_length), True)
            .add_extension(_FOR_CERTIFICATES, True)
            .sign(new_key(by), SHA256())
        )

    def _builder(
        self,
        name: str,
        by: str,
        key: RSAPrivateKey | ec.EllipticCurvePrivateKey,
        valid_from: datetime,
        valid_until: datetime,
    ) -> x509.CertificateBuilder:
        identifier = x509.SubjectKeyIdentifier.from_public_key(key.public_key())
        issuer = x509.AuthorityKeyIdentifier.from_issuer_public_key(new_key(by).public_key())
        return (
            x509.CertificateBuilder()
            .subject_name(_called(name))
            .issuer_name(_called(by))
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(valid_from)
            .not_valid_after(valid_until)
            .add_extension(identifier, critical=False)
            .add_extension(issuer, critical=False)
        )


def _called(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(x509.oid.NameOID.COMMON_NAME, name)])


_FOR_CERTIFICATES = x509.KeyUsage(
    digital_signature=True,
    key_cert_sign=True,
    crl_sign=True,
    content_commitment=False,
    key_encipherment=False,
    data_encipherment=False,
    key_agreement=False,
    encipher_only=False,
    decipher_only=False,
)
