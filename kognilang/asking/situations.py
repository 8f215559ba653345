"""Situations: what makes two questions the same, whatever the line, the item and the values."""

from __future__ import annotations

from hashlib import sha256


def situation(procedure_title: str, canonical_sentence: str, problem: str, prop: str = "") -> str:
    """Return the hash by which questions are grouped and learnings are found."""
    parts = (procedure_title, canonical_sentence, problem, prop)
    words = [" ".join(part.split()).casefold() for part in parts]
    return sha256("\n".join(words).encode("utf-8", "surrogatepass")).hexdigest()[:16]
