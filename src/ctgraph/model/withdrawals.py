"""What may not be repeated: a statement of a document that was withdrawn, with the correction that says so."""

from __future__ import annotations

from msgspec import Struct


class Withdrawal(Struct, frozen=True):
    """One withdrawn statement; `correction` is the key of its row in the register.

    It is known by the `names` of whom it is about: every sentence of `document` that has one of them is withdrawn, and
    all that was read there. Or by `things`, IRIs: these, and the words that they rest on. A build adds to `things` what
    its papers would have stated, so that each address of it can be answered.
    """

    correction: str
    document: str
    names: tuple[str, ...]
    things: tuple[str, ...]
    text_nl: str
    text_en: str
    source: str
