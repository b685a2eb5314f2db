"""`SkillAdapter` of flask-ask-sdk, imported where flask-ask-sdk alone cannot be.

flask-ask-sdk imports certvalidator, which imports oscrypto, which raises LibraryNotFoundError
("Error detecting the version of libcrypto") where OpenSSL's version ends in two digits: 3.0.10
and later, as in Debian 12 and Ubuntu 24.04. The fault is known
(https://github.com/wbond/oscrypto/issues/78), its repair was never released, and certvalidator
is unmaintained. So a stand-in takes certvalidator's place before flask-ask-sdk is imported.

The stand-in checks nothing and raises when it is asked to: a request whose signature is to be
verified can fail here, but never pass unverified. Take `SkillAdapter` from this module, and the
order of imports is right by itself.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import NoReturn

__all__ = ["SkillAdapter"]


class PathError(Exception):
    """Stands where certvalidator's exception of this name would."""


class ValidationError(Exception):
    """Stands where certvalidator's exception of this name would."""


class CertificateValidator:
    """Refuses to be made, so that nothing is ever taken for a valid certificate."""

    def __init__(self, *_: object, **__: object) -> NoReturn:
        raise NotImplementedError(
            "Amazon's own signature check wants certvalidator, which this project replaces: "
            "verify signatures with cryptography.x509.verification instead."
        )


def _stand_in() -> None:
    errors = ModuleType("certvalidator.errors", "A stand-in of Ankle Coach.")
    vars(errors).update(PathError=PathError, ValidationError=ValidationError)
    certvalidator = ModuleType("certvalidator", "A stand-in of Ankle Coach.")
    vars(certvalidator).update(CertificateValidator=CertificateValidator, errors=errors)
    sys.modules["certvalidator"] = certvalidator
    sys.modules["certvalidator.errors"] = errors


_stand_in()

from flask_ask_sdk.skill_adapter import SkillAdapter  # noqa: E402
