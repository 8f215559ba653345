"""Compact JSON: plain data as text and as bytes, written the quickest way there is."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any


def _compact() -> Callable[[Any], str]:
    """Return the writer of compact JSON text. It is made once: json makes a new one a call."""
    made = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"))
    make = getattr(json.encoder, "c_make_encoder", None)
    if make is None:
        return made.encode
    text = getattr(json.encoder, "encode_basestring")  # noqa: B009
    write = make(None, made.default, text, None, ":", ",", False, False, True)
    join = "".join
    return lambda data: join(write(data, 0))


compact = _compact()
"""Write plain data, which goes nowhere in a circle, as compact JSON text."""


def dumps(data: Any) -> bytes:
    """Write plain data as compact JSON."""
    return compact(data).encode("utf-8", "surrogatepass")
