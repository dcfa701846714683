"""How long work says where it is."""

from __future__ import annotations

from collections.abc import Callable

Step = Callable[[str, int, int], None]
"""Told what is being done, and how many of how many are done."""
