"""The grammar itself: without conflicts, readable by plain Lark, and cached safely."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from lark.exceptions import GrammarError

from kognilang.language import grammar
from kognilang.language.builder import Builder
from tests.patience import PATIENCE


def test_no_conflict_is_resolved_silently() -> None:
    grammar.build(strict=True)


def test_a_conflict_would_be_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = grammar.text()
    monkeypatch.setattr(grammar, "text", lambda: whole + "\nsentence: whole IS value value\n")
    with pytest.raises(GrammarError):
        grammar.build(strict=True)


@pytest.mark.parametrize(
    ("start", "sentence"),
    [
        ("step", "set the discount to 10%"),
        ("step", "add the fee to the invoice's total"),
        ("step", 'say "done"'),
        ("sentence", "the net is the total minus the tax"),
        ("condition", "the invoice's total is more than $5,000"),
        ("condition", 'the status is "open"'),
        ("value", "the total of the order's amounts plus 5"),
        ("value", "the orders whose total is more than $5"),
    ],
)
def test_plain_lark_reads_plain_sentences_with_the_same_grammar(start: str, sentence: str) -> None:
    assert grammar.plain().parse(sentence, start=start) is not None


def _run(cache: Path, code: str = "") -> subprocess.CompletedProcess[str]:
    program = (
        "from kognilang.language.parsing import read_value\n"
        "from kognilang.language.lexer import tokens\n"
        + code
        + "print(read_value(tokens('the total plus 5')).op)\n"
    )
    return subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "KOGNILANG_CACHE": str(cache)},
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )


def _tables(cache: Path) -> list[Path]:
    return list(cache.glob("grammar-*.tables"))


def test_the_tables_are_cached_and_used(tmp_path: Path) -> None:
    assert _run(tmp_path).stdout == "+\n"
    (path,) = _tables(tmp_path)
    before = path.stat().st_mtime_ns
    refuse = (
        "from kognilang.language import grammar\n"
        "def build(**_): raise SystemExit('built again')\n"
        "grammar.build = build\n"
    )
    assert _run(tmp_path, refuse).stdout == "+\n"
    assert path.stat().st_mtime_ns == before


@pytest.mark.parametrize("damage", [b"", b"not a table", b"\x80\x04\x95"])
def test_a_damaged_cache_is_built_again(tmp_path: Path, damage: bytes) -> None:
    _run(tmp_path)
    (path,) = _tables(tmp_path)
    whole = path.read_bytes()
    path.write_bytes(damage)
    assert _run(tmp_path).stdout == "+\n"
    assert path.read_bytes() == whole or len(path.read_bytes()) > len(damage)


def test_a_cache_that_others_can_write_is_not_read(tmp_path: Path) -> None:
    _run(tmp_path)
    (path,) = _tables(tmp_path)
    path.chmod(0o666)
    assert not grammar._is_ours(path)


def test_a_folder_that_cannot_be_written_is_no_trouble(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("here is no folder")
    assert _run(blocked / "cache").stdout == "+\n"


def test_lark_is_imported_only_to_build_the_tables(tmp_path: Path) -> None:
    assert _run(tmp_path).stdout == "+\n"
    asked = "import sys, atexit\natexit.register(lambda: print('lark' in sys.modules))\n"
    assert _run(tmp_path, asked).stdout == "+\nFalse\n"


def test_each_rule_is_made_by_a_method_of_the_builder_or_hands_its_value_on() -> None:
    kept = grammar.tables()
    assert set(kept.starts) == set(kept.ends) == set(grammar.STARTS)
    made = {act for row in kept.rows.values() for act in row.values() if isinstance(act, tuple)}
    assert made
    for size, _, method in made:
        assert callable(getattr(Builder, method)) if method else size == 1
