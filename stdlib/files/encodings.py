"""How the bytes of a text file are written: UTF-8, UTF-16 or the Western single-byte code."""

from __future__ import annotations


def decoded(data: bytes) -> tuple[str, str]:
    """Return the text and the name of its encoding (as Python knows it).

    A byte-order mark decides; else UTF-8 where the bytes are valid UTF-8, which no text in a
    single-byte code with accents is by chance; else Windows-1252, and Latin-1 for the five
    bytes that it lacks.
    """
    for mark, name in (
        (b"\xef\xbb\xbf", "utf-8-sig"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if data.startswith(mark):
            return data.decode(name, "replace"), name
    for name in ("utf-8", "cp1252"):
        try:
            return data.decode(name), name
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1"), "latin-1"
