"""Requests that cannot be served."""

from __future__ import annotations

from collections.abc import Sequence

from ctgraph.errors.root import CtgraphError


class StoreBusy(CtgraphError):
    """All workers are taken; `retry_after` is in seconds."""

    status = 503
    code = "busy"

    def __init__(self, retry_after: int = 1) -> None:
        super().__init__(f"All workers are busy. Try again in {retry_after} s.")
        self.retry_after = retry_after


class ServerStopping(CtgraphError):
    """A question that the server can answer no more, since it has been told to end; `retry_after` is in seconds."""

    status = 503
    code = "server-stopping"
    retry_after = 5

    def __init__(self) -> None:
        super().__init__(f"The server is stopping. Ask again in {self.retry_after} s, when it may have started anew.")


class ClientLimit(CtgraphError):
    """A client that takes more than its part, which is `limit` of `what`; `retry_after` is in seconds."""

    status = 429
    code = "client-limit"

    def __init__(self, what: str, limit: float, retry_after: int) -> None:
        advice = f"Try again in {retry_after} s; for many answers take the dumps at /export"
        super().__init__(f"One client has at most {limit:g} {what}. {advice}.")
        self.limit = limit
        self.retry_after = retry_after


class TooManyConnections(CtgraphError):
    """A connection above the number that one address may have; `retry_after` is in seconds."""

    status = 429
    code = "too-many-connections"
    retry_after = 1

    def __init__(self, limit: int) -> None:
        super().__init__(
            f"One address has at most {limit} connections at once. Close some, or ask on those that are open."
        )
        self.limit = limit


class NotAcceptable(CtgraphError):
    """No format that the client accepts can be made of this answer."""

    status = 406
    code = "not-acceptable"

    def __init__(self, accept: str, offered: Sequence[str]) -> None:
        super().__init__(f"No format fits {accept!r}. Offered: {', '.join(offered)}.")
        self.offered = tuple(offered)


class NotFound(CtgraphError):
    """An address under which there is nothing."""

    status = 404
    code = "not-found"

    def __init__(self, address: str) -> None:
        super().__init__(f"There is nothing at {address[:500]!r}. See / and /docs for what there is.")


class Withdrawn(CtgraphError):
    """An address of something that was withdrawn; `correction` says by what, with its words in both languages."""

    status = 410
    code = "withdrawn"

    def __init__(self, correction: str, nl: str, en: str, source: str) -> None:
        super().__init__(f"What stood here was withdrawn. {en} See {correction}.")
        self.correction = {"iri": correction, "nl": nl, "en": en, "source": source}


class MethodNotAllowed(CtgraphError):
    """A method, or a parameter of another method, that this address never takes."""

    status = 405
    code = "method-not-allowed"

    def __init__(self, what: str, allowed: Sequence[str]) -> None:
        super().__init__(f"{what} is not allowed here. Allowed: {', '.join(allowed)}.")
        self.allowed = tuple(allowed)


class UnsupportedMedia(CtgraphError):
    """A body of a type that is not read here."""

    status = 415
    code = "unsupported-media-type"

    def __init__(self, given: str, known: Sequence[str]) -> None:
        super().__init__(f"The body is {given[:200] or 'without a type'}. Send {' or '.join(known)}.")


class AddressTooLong(CtgraphError):
    """An address that is longer than is read; both figures in bytes."""

    status = 414
    code = "address-too-long"

    def __init__(self, size: int, limit: int) -> None:
        super().__init__(f"The address is {size} bytes long; the limit is {limit}. Leave out what it need not say.")
        self.size = size
        self.limit = limit


class RangeNotSatisfiable(CtgraphError):
    """A part of a file that it does not have; `size` is of the whole, in bytes."""

    status = 416
    code = "range-not-satisfiable"

    def __init__(self, given: str, size: int) -> None:
        super().__init__(f"{given[:200]!r} is no part of a file of {size} bytes. Ask for one such as bytes=0-999.")
        self.size = size


class HeadersTooLarge(CtgraphError):
    """A request whose head goes on for longer than is read; `limit` in bytes."""

    status = 431
    code = "headers-too-large"

    def __init__(self, limit: int) -> None:
        super().__init__(f"The headers are larger than {limit} bytes. Send fewer or shorter ones.")
        self.limit = limit


class UnknownCoding(CtgraphError):
    """A body sent in a transfer coding besides chunks, which is not read here."""

    status = 501
    code = "unknown-transfer-coding"

    def __init__(self, given: str) -> None:
        super().__init__(f"The body is sent as {given[:200]!r}. Send it plain, with its length or in chunks.")


class RequestTooSlow(CtgraphError):
    """A request that was not whole after `seconds`."""

    status = 408
    code = "request-timeout"

    def __init__(self, seconds: float) -> None:
        super().__init__(f"The request was not whole after {seconds:g} s. Send it at once, on a new connection.")
        self.seconds = seconds


class MalformedHost(CtgraphError):
    """A Host header that names no host, or not one; addresses that an answer gives would be made of it."""

    status = 400
    code = "malformed-host"

    def __init__(self, hosts: Sequence[str]) -> None:
        count = f"There are {len(hosts)} Host headers" if hosts else "There is no Host header"
        found = f"The Host header {hosts[0][:200]!r} names no host" if len(hosts) == 1 else count
        super().__init__(f"{found}. Send one with the host and port of the address.")


class ServeError(CtgraphError):
    """An address that cannot be listened on: taken by another process, or not of this machine."""

    code = "address-in-use"

    def __init__(self, host: str, port: int, reason: str) -> None:
        advice = "Name another with --host and --port, or end what listens there"
        super().__init__(f"{host}:{port}: it cannot be listened on ({reason}). {advice}.")
        self.host = host
        self.port = port
        self.reason = reason
