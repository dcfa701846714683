"""The talk between the pool and a worker: framed messages over two pipes.

A request is the fields of a Question as Python writes its own constants, behind their length: a fifth of what JSON
costs, between two processes that run the same code. An answer is frames: blocks of the body, the last one marked, or a
fault. The whole of a small answer is one frame.
"""

from __future__ import annotations

import json
import marshal
import struct
from enum import IntEnum
from typing import Final, Literal, NamedTuple, TypedDict

from msgspec.structs import astuple

from ctgraph.store.backend import Question

HEADER: Final = struct.Struct(">BI")
LENGTH: Final = struct.Struct(">I")
BLOCK_BYTES: Final = 64 * 1024
SECOND_BYTES: Final = 16 * 1024
"""Of the second block, with which the beginning of a graph is large enough to be sent (`caching`)."""


class FrameKind(IntEnum):
    """What a frame of a worker holds; READY comes once, when the store is open."""

    READY = 1
    BLOCK = 2
    LAST = 3
    FAULT = 4


class Frame(NamedTuple):
    """One message of a worker."""

    kind: FrameKind
    payload: bytes


FaultKind = Literal["syntax", "invalid", "memory", "store"]


class Fault(TypedDict):
    """Why a worker does not answer; line and column count from 1, and matter for `syntax` alone."""

    kind: FaultKind
    message: str
    line: int
    column: int


def pack_question(question: Question) -> bytes:
    """The request that asks a worker this question."""
    body = marshal.dumps(astuple(question))
    return LENGTH.pack(len(body)) + body


def unpack_question(body: bytes) -> Question:
    """The question of a request, its length cut off."""
    return Question(*marshal.loads(body))


def take_frame(read: bytearray) -> Frame | None:
    """Take the first frame out of what was read; None while it is not whole."""
    if len(read) < HEADER.size:
        return None
    kind, size = HEADER.unpack_from(read)
    end = HEADER.size + size
    if len(read) < end:
        return None
    frame = Frame(FrameKind(kind), bytes(memoryview(read)[HEADER.size : end]))
    del read[:end]
    return frame


def pack_fault(kind: FaultKind, message: str = "", line: int = 0, column: int = 0) -> bytes:
    """The payload of a FAULT frame."""
    return json.dumps(Fault(kind=kind, message=message, line=line, column=column)).encode()


def unpack_fault(payload: bytes) -> Fault:
    """The fault in a FAULT frame."""
    fault: Fault = json.loads(payload)
    return fault
