"""Loads the grammar: the Lark files, the LALR tables made of them, and the cache of the tables.

Lark is imported only where no cache of its tables is at hand: building them takes half a second,
loading some milliseconds.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kognilang.language.automaton import Tables, tables_of
from kognilang.language.driver import Stopped, driver
from kognilang.language.terminals import NotParsed, Terminal

if TYPE_CHECKING:
    from lark import Lark

FILES = ("step", "condition", "expression", "phrase", "literal")
"""The files of the grammar, in the order in which they are put together."""

STARTS = ("step", "sentence", "condition", "value")
"""The rules that a parse may start from."""

_FORMAT = 2
"""Counts the ways in which the tables were kept."""


def folder() -> Path:
    """Return the folder of the grammar: in the installed package, or in a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "grammars"
    return inside if inside.is_dir() else package.parent / "grammars"


def text() -> str:
    """Return the whole grammar."""
    return "\n".join((folder() / f"{name}.lark").read_text(encoding="utf-8") for name in FILES)


def build(*, strict: bool = False, trees: bool = False) -> Lark:
    """Build the parser from the grammar; `strict` refuses any conflict (needs interegular).

    Parses yield nodes of the syntax tree, or Lark's own trees if `trees` is set.
    """
    from lark import Lark

    from kognilang.language.builder import Builder
    from kognilang.language.fedlexer import FedLexer

    return Lark(
        text(),
        parser="lalr",
        lexer=FedLexer,
        start=list(STARTS),
        strict=strict,
        maybe_placeholders=False,
        transformer=None if trees else Builder(),
    )


def plain(*, strict: bool = False, positions: bool = False) -> Lark:
    """Build Lark's own parser of the same grammar, with its own lexer, for comparison.

    It reads plain sentences: those in which no terminal needs a pass.
    """
    from lark import Lark

    return Lark(
        text(),
        parser="lalr",
        lexer="contextual",
        start=list(STARTS),
        strict=strict,
        propagate_positions=positions,
        maybe_placeholders=False,
    )


def cache_folders() -> Iterator[Path]:
    """Yield the folders that may hold the cached tables, the best first."""
    home = os.environ.get("KOGNILANG_CACHE")
    if home:
        yield Path(home)
        return
    with suppress(Exception):
        from platformdirs import user_cache_dir

        yield Path(user_cache_dir("kognilang"))
    user = os.getuid() if hasattr(os, "getuid") else os.environ.get("USERNAME", "user")
    import tempfile

    with suppress(OSError):
        # A full disk has no folder for temporary files.
        yield Path(tempfile.gettempdir()) / f"kognilang-cache-{user}"


def _is_ours(path: Path) -> bool:
    """Tell whether nobody else can have written the file: a pickle is only read from oneself."""
    if not hasattr(os, "getuid"):
        return True
    about = path.stat()
    return about.st_uid == os.getuid() and not about.st_mode & 0o022


@lru_cache(maxsize=1)
def tables() -> Tables:
    """Return the parser's tables, from the cache if there is a good one."""
    import pickle

    mark = f"{_FORMAT} {sys.version_info[:2]} {FILES} {STARTS}\n{text()}"
    name = f"grammar-{hashlib.sha256(mark.encode()).hexdigest()[:24]}.tables"
    folders = list(cache_folders())
    for place in folders:
        path = place / name
        # Whatever is wrong with a cache (cut off, unreadable, of another version), it is only a
        # cache: the tables are built again.
        with suppress(Exception):
            if path.is_file() and _is_ours(path):
                return Tables(*pickle.loads(path.read_bytes()))
    built = tables_of(build())
    data = pickle.dumps(tuple(built))
    for place in folders:
        with suppress(OSError):
            _store(place, name, data)
            break
    return built


def _store(place: Path, name: str, data: bytes) -> None:
    """Write the tables so that another process sees all of them or none."""
    import tempfile

    place.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, name_now = tempfile.mkstemp(dir=place, prefix=name)
    temporary = Path(name_now)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        temporary.replace(place / name)
    except OSError:
        with suppress(OSError):
            temporary.unlink()
        raise


_parse: Any = None


def parse(terminals: list[Terminal], start: str) -> Any:
    """Parse terminals from a start rule; return what the builder makes of them.

    Raises NotParsed where the understanding ended.
    """
    global _parse
    if _parse is None:
        from kognilang.language.builder import Builder

        _parse = driver(tables(), Builder())
    try:
        return _parse(terminals, start)
    except Stopped as stop:
        token = stop.terminal
        _explain(token, terminals)
        if token is None:
            last = terminals[-1].span if terminals else (0, 0)
            raise NotParsed("unfinished", last, {}) from None
        raise NotParsed("not-understood", token.span, {"terminal": token.type}) from None


_ENDINGS = frozenset({"ENDING", "ROUND_TO", "ENDING_BY", "ENDS"})


def _explain(token: Terminal | None, terminals: list[Terminal]) -> None:
    """Raise NotParsed under the name of the mistake, where the place where it stopped tells it."""
    types = [t.type for t in terminals]
    if token is None:
        if "LCOMMA" in types and "CONJ" not in types[types.index("LCOMMA") :]:
            first, last = types.index("LCOMMA"), len(types) - 1
            raise NotParsed(
                "list-without-and", (terminals[first].span[0], terminals[last].span[1]), {}
            )
        return
    at = next((i for i, t in enumerate(terminals) if t is token), 0)
    if token.type in _ENDINGS and any(t in ("PLUS", "TIMES") for t in types[:at]):
        raise NotParsed("ending-after-operator", token.span, {})
    if token.type == "RPAR" and types[:at].count("LPAR") <= types[:at].count("RPAR"):
        raise NotParsed("stray-closing", token.span, {})
    if token.type in ("AND_C", "OR_C", "AND_P", "OR_P") and {"AND_C", "OR_C"} & set(types[:at]):
        raise NotParsed("mixed-and-or", token.span, {})
