"""`python -m benchmarks.load_server SKILL FOLDER`: one skill served as in production.

FOLDER holds `root.pem` and `chain.pem`, of an authority made for the run: every request is
verified, by that root instead of the public ones and at the time of the requests. Prints the port.
"""

from __future__ import annotations

import gc
import logging
import signal
import sys
from datetime import datetime
from pathlib import Path

from ask_sdk_core.skill import CustomSkill
from ask_sdk_core.skill_builder import SkillBuilder
from cryptography.x509 import load_pem_x509_certificate
from cryptography.x509.verification import Store

from benchmarks.hello_world import hello_world
from skill.alexa.skill import build_skill
from skill.settings import Settings
from skill.web.app import app_behind
from skill.web.certificates import Certificates
from skill.web.server import Server
from skill.web.verification import Verifier
from tests.alexa.requests import OWN_ID, launch
from tools.content.load import load

SENT_AT = datetime.fromisoformat(launch()["request"]["timestamp"])


def verifier_of(root: bytes, chain: bytes) -> Verifier:
    """The verifier of production, in the world of the run."""
    store = Store([load_pem_x509_certificate(root)])
    certificates = Certificates(lambda _: chain, store, lambda: SENT_AT)
    return Verifier(OWN_ID, certificates, lambda: SENT_AT)


def _skill(name: str) -> CustomSkill:
    if name == "ankle-coach":
        return build_skill(Settings(skill_id=OWN_ID), load())
    builder = SkillBuilder()
    hello_world(builder)
    return builder.create()


def main(name: str, folder: Path) -> None:
    """Serve until told to stop."""
    logging.basicConfig(stream=sys.stderr, format="%(message)s")
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    verifier = verifier_of((folder / "root.pem").read_bytes(), (folder / "chain.pem").read_bytes())
    server = Server(app_behind(_skill(name), verifier), "127.0.0.1", 0)
    # As the service does.
    gc.freeze()
    signal.signal(signal.SIGTERM, lambda *_: server.stop())
    print(server.port, flush=True)
    server.run()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
