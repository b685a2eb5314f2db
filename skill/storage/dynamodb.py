"""Bookmarks in one DynamoDB table, by signed requests over one connection that is kept open.

What it costs a cold start beside boto3 stands in docs/decisions/0012-the-bookmark.md.
"""

from __future__ import annotations

import hashlib
import http.client
import json
import time
from collections import deque
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from aws_request_signer import AwsRequestSigner

from skill.storage.bookmark import Kept, decode, encode
from skill.storage.credentials import Credentials, credentials
from skill.storage.store import ANY_VERSION, SECONDS_KEPT, Key, Stored, StoreFault

SECONDS = 0.25
"""That any step of a request is waited for."""
MOST_BYTES = 1024 * 1024


class DynamoStore:
    """A table with the keys `account` and `person`, and the time to live `until`."""

    def __init__(
        self,
        table: str,
        region: str,
        environment: Mapping[str, str],
        endpoint: str | None = None,
        seconds: float = SECONDS,
    ) -> None:
        self._table = table
        self._region = region
        self._environment = environment
        self._seconds = seconds
        self._url = endpoint or f"https://dynamodb.{region}.amazonaws.com"
        self._unused: deque[http.client.HTTPConnection] = deque()
        self._credentials: Credentials | None = None

    def read(self, key: Key, now: float) -> Stored:
        """See `Store`."""
        asked = {"Key": _key(key), "ConsistentRead": True}
        item = self._asked("GetItem", asked).get("Item")
        return Stored(None) if item is None else _stored(item, now)

    def write(self, key: Key, kept: Kept, version: int, now: float) -> bool:
        """See `Store`."""
        item = {
            **_key(key),
            "kept": {"S": encode(kept)},
            "version": {"N": str(max(version, 0) + 1)},
            "until": {"N": str(int(now) + SECONDS_KEPT)},
        }
        condition: dict[str, Any] = {}
        if version == 0:
            condition = {"ConditionExpression": "attribute_not_exists(account)"}
        elif version != ANY_VERSION:
            condition = {
                "ConditionExpression": "#version = :read",
                "ExpressionAttributeNames": {"#version": "version"},
                "ExpressionAttributeValues": {":read": {"N": str(version)}},
            }
        return "refused" not in self._asked("PutItem", {"Item": item, **condition})

    def delete(self, key: Key) -> None:
        """See `Store`."""
        self._asked("DeleteItem", {"Key": _key(key)})

    def delete_account(self, account: str) -> None:
        """See `Store`."""
        asked: dict[str, Any] = {
            "KeyConditionExpression": "account = :account",
            "ExpressionAttributeValues": {":account": {"S": account}},
            "ProjectionExpression": "person",
            "ConsistentRead": True,
        }
        for item in self._asked("Query", asked).get("Items", ()):
            person = item.get("person", {}).get("S")
            if isinstance(person, str):
                self.delete(Key(account, person))

    def close(self) -> None:
        """See `Store`."""
        while self._unused:
            self._unused.pop().close()

    def _asked(self, operation: str, what: dict[str, Any]) -> dict[str, Any]:
        """The answer; {"refused": True} where a condition did not hold."""
        body = json.dumps({"TableName": self._table, **what}).encode()
        try:
            status, text = self._sent(operation, body)
            told = json.loads(text)
        except (OSError, http.client.HTTPException, ValueError) as fault:
            raise StoreFault(type(fault).__name__) from None
        if not isinstance(told, dict):
            raise StoreFault("the table answered with something else")
        kind = str(told.get("__type", "")).rpartition("#")[2]
        if kind == "ConditionalCheckFailedException":
            return {"refused": True}
        if status != 200:
            raise StoreFault(kind if kind.isalnum() else f"status {status}")
        return told

    def _sent(self, operation: str, body: bytes) -> tuple[int, bytes]:
        """Send it; once more on a new connection where the kept one was closed meanwhile."""
        headers = self._headers(operation, body)
        try:
            kept = self._unused.pop()
        except IndexError:
            return self._exchanged(self._opened(), headers, body)
        try:
            return self._exchanged(kept, headers, body)
        except TimeoutError:
            raise
        except (OSError, http.client.HTTPException):
            return self._exchanged(self._opened(), headers, body)

    def _exchanged(
        self, connection: http.client.HTTPConnection, headers: dict[str, str], body: bytes
    ) -> tuple[int, bytes]:
        try:
            connection.request("POST", "/", body, headers)
            answer = connection.getresponse()
            told = answer.status, answer.read(MOST_BYTES)
        except BaseException:
            connection.close()
            raise
        self._unused.append(connection)
        return told

    def _opened(self) -> http.client.HTTPConnection:
        parts = urlsplit(self._url)
        if parts.scheme == "http":
            return http.client.HTTPConnection(parts.netloc, timeout=self._seconds)
        return http.client.HTTPSConnection(parts.netloc, timeout=self._seconds)

    def _headers(self, operation: str, body: bytes) -> dict[str, str]:
        known = self._credentials
        if known is None or not known.are_good(time.time()):
            known = self._credentials = credentials(self._environment, self._seconds)
        signer = AwsRequestSigner(self._region, known.id, known.secret, "dynamodb", known.token)
        own = {
            "Content-Type": "application/x-amz-json-1.0",
            "X-Amz-Target": f"DynamoDB_20120810.{operation}",
        }
        signed = signer.sign_with_headers(
            "POST", f"{self._url}/", own, hashlib.sha256(body).hexdigest()
        )
        return {**own, **signed}


def _key(key: Key) -> dict[str, dict[str, str]]:
    return {"account": {"S": key.account}, "person": {"S": key.person}}


def _stored(item: Any, now: float) -> Stored:
    try:
        kept = decode(item["kept"]["S"])
        version, until = int(item["version"]["N"]), int(item["until"]["N"])
    except (KeyError, TypeError, ValueError):
        return Stored(None, ANY_VERSION)
    if kept is None:
        return Stored(None, ANY_VERSION)
    # The table deletes what is too old within two days.
    return Stored(kept if until > now else None, version)
