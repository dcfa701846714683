"""Every exception that ctgraph raises on purpose, as one tree.

    CtgraphError
    ├── InputError          a file or text that cannot be taken in
    │   └── RegisterError   a row of the register that breaks its rules
    ├── UsageError          a name or parameter that does not exist or does not fit
    │   ├── UnknownName
    │   ├── InvalidParameters
    │   └── BatchTooLarge
    ├── QueryError          a SPARQL query that cannot be answered
    │   ├── QuerySyntaxError
    │   ├── QueryTooLong
    │   ├── QueryTooComplex
    │   ├── QueryForbidden
    │   ├── QueryTimeout
    │   ├── QueryMemory
    │   ├── QueryAnswerTooLarge
    │   ├── QueryAborted
    │   ├── ReleaseUnreadable  a query that met what the disk has damaged
    │   ├── StoreFailed      a remote store that gave no answer
    │   ├── AnswerCut        a remote store that gave less than there is
    │   └── ReleaseChanged   an answer that another release overtook
    ├── TextTooLong         a text sent to be read that is above the limit
    ├── ReadingFailed       a text sent to be read for which time or memory did not do
    ├── StoreBusy           no worker is free
    ├── ServerStopping      a server that was told to end
    ├── ClientLimit         a client that takes more than its part
    ├── TooManyConnections  a connection above what one address may have
    ├── NotFound            an address under which there is nothing
    ├── Withdrawn           an address of what may not be repeated
    ├── NotAcceptable       no format of the answer fits
    ├── MethodNotAllowed    a method that an address does not take
    ├── UnsupportedMedia    a body of a type that is not read
    ├── AddressTooLong      an address that is longer than is read
    ├── RangeNotSatisfiable a part that a file does not have
    ├── HeadersTooLarge     headers that go on for longer than is read
    ├── RequestTooSlow      a request that does not become whole
    ├── UnknownCoding       a body in a transfer coding that is not read
    ├── MalformedHost       a Host header that names no host
    ├── SourceError         an official source that did not give what it was asked for
    ├── CacheError          a download folder that cannot be used
    ├── ReleaseError        a release that is absent, damaged or may not be served
    ├── ServeError          an address that cannot be listened on
    └── ExportError         dumps that could not be written

Raisers pass data; the class writes the message: what, where, what to do.
`status` is the HTTP status that the error becomes, `code` its stable name.
"""

from __future__ import annotations

from ctgraph.errors.inputs import (
    CacheError,
    InputError,
    ReadingFailed,
    RegisterError,
    SourceError,
    TextTooLong,
)
from ctgraph.errors.queries import (
    QueryAborted,
    QueryAnswerTooLarge,
    QueryError,
    QueryForbidden,
    QueryMemory,
    QuerySyntaxError,
    QueryTimeout,
    QueryTooComplex,
    QueryTooLong,
    ReleaseUnreadable,
)
from ctgraph.errors.releases import (
    ExportError,
    ReleaseError,
)
from ctgraph.errors.remote import (
    AnswerCut,
    ReleaseChanged,
    StoreFailed,
)
from ctgraph.errors.root import (
    CtgraphError,
)
from ctgraph.errors.serving import (
    AddressTooLong,
    ClientLimit,
    HeadersTooLarge,
    MalformedHost,
    MethodNotAllowed,
    NotAcceptable,
    NotFound,
    RangeNotSatisfiable,
    RequestTooSlow,
    ServeError,
    ServerStopping,
    StoreBusy,
    TooManyConnections,
    UnknownCoding,
    UnsupportedMedia,
    Withdrawn,
)
from ctgraph.errors.usage import (
    BatchTooLarge,
    InvalidParameters,
    UnknownName,
    UsageError,
)

__all__ = (
    "AddressTooLong",
    "AnswerCut",
    "BatchTooLarge",
    "CacheError",
    "ClientLimit",
    "CtgraphError",
    "ExportError",
    "HeadersTooLarge",
    "InputError",
    "InvalidParameters",
    "MalformedHost",
    "MethodNotAllowed",
    "NotAcceptable",
    "NotFound",
    "QueryAborted",
    "QueryAnswerTooLarge",
    "QueryError",
    "QueryForbidden",
    "QueryMemory",
    "QuerySyntaxError",
    "QueryTimeout",
    "QueryTooComplex",
    "QueryTooLong",
    "RangeNotSatisfiable",
    "ReadingFailed",
    "RegisterError",
    "ReleaseChanged",
    "ReleaseError",
    "ReleaseUnreadable",
    "RequestTooSlow",
    "ServeError",
    "ServerStopping",
    "SourceError",
    "StoreBusy",
    "StoreFailed",
    "TextTooLong",
    "TooManyConnections",
    "UnknownCoding",
    "UnknownName",
    "UnsupportedMedia",
    "UsageError",
    "Withdrawn",
)
