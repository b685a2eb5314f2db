"""A DynamoDB that nobody here wrote, on this machine: dynalite, of requirements/npm."""

from __future__ import annotations

import hashlib
import json
import socket
import subprocess
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from aws_request_signer import AwsRequestSigner

from tests.node import PACKAGES, node

ENVIRONMENT = {"AWS_ACCESS_KEY_ID": "nobody", "AWS_SECRET_ACCESS_KEY": "nothing"}
REGION = "us-east-1"


@contextmanager
def dynalite() -> Iterator[str]:
    """The address of one that runs in memory."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    program = str(PACKAGES / "dynalite" / "cli.js")
    options = ["--host", "127.0.0.1", "--port", str(port), "--createTableMs", "0"]
    with subprocess.Popen([node(), program, *options], stdout=subprocess.PIPE) as running:
        try:
            assert running.stdout is not None
            # It says where it listens once it does.
            assert b"istening" in running.stdout.readline()
            yield f"http://127.0.0.1:{port}"
        finally:
            running.terminate()


def make_table(address: str, name: str) -> None:
    """A table with the keys of `template.yaml`."""
    keys = {"account": "HASH", "person": "RANGE"}
    ask(
        address,
        "CreateTable",
        {
            "TableName": name,
            "BillingMode": "PAY_PER_REQUEST",
            "AttributeDefinitions": [{"AttributeName": key, "AttributeType": "S"} for key in keys],
            "KeySchema": [{"AttributeName": key, "KeyType": kind} for key, kind in keys.items()],
        },
    )
    # Each question lets dynalite come to making it.
    for _ in range(1000):
        told = ask(address, "DescribeTable", {"TableName": name})
        if told["Table"]["TableStatus"] == "ACTIVE":
            return
    raise AssertionError("the table was not made")


def items(address: str, name: str) -> list[dict[str, Any]]:
    """All that is in a table."""
    found = ask(address, "Scan", {"TableName": name})["Items"]
    assert isinstance(found, list)
    return found


def ask(address: str, operation: str, what: Any) -> Any:
    """The answer to a request."""
    body = json.dumps(what).encode()
    signer = AwsRequestSigner(REGION, *ENVIRONMENT.values(), "dynamodb")
    own = {
        "Content-Type": "application/x-amz-json-1.0",
        "X-Amz-Target": f"DynamoDB_20120810.{operation}",
    }
    signed = signer.sign_with_headers("POST", f"{address}/", own, hashlib.sha256(body).hexdigest())
    asked = urllib.request.Request(f"{address}/", body, {**own, **signed})
    with urllib.request.urlopen(asked, timeout=5) as answer:
        return json.load(answer)
