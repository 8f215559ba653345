"""Reading files: good ones, and everything that people hand over instead."""

from __future__ import annotations

import codecs
import os

import pytest

from kognilang.text.reading import read_source


def read(tmp_path, raw: bytes):
    path = tmp_path / "a.kog"
    path.write_bytes(raw)
    return read_source(path)


def test_line_ends_and_byte_order_mark(tmp_path):
    source, faults = read(tmp_path, codecs.BOM_UTF8 + b"Say it.\r\nDo it.\rEnd.\n")
    assert source.text == "Say it.\nDo it.\nEnd.\n"
    assert source.name == "a.kog"
    assert not faults


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        (b"", "empty-file"),
        (b" \n\t\r\n", "empty-file"),
        (codecs.BOM_UTF8, "empty-file"),
        (b"Say it.\x00\n", "binary-file"),
        (b"%PDF-1.4 ...", "binary-file"),
        (b"PK\x03\x04rest", "binary-file"),
        (bytes(range(256)), "binary-file"),
        ("Say “it”.".encode("utf-16"), "not-utf8"),
        ("Pay Zoë.\n".encode("latin-1"), "not-utf8"),
    ],
)
def test_what_is_no_text(tmp_path, raw, name):
    source, [fault] = read(tmp_path, raw)
    assert fault.name == name
    assert source.text == ""


def test_the_place_of_a_bad_byte(tmp_path):
    _, [fault] = read(tmp_path, b"Say it.\nPay Zo\xeb.\n")
    assert fault.data["line"] == "2"
    assert fault.data["before"] == "Pay Zo"


def test_what_is_not_there_or_no_file(tmp_path):
    (tmp_path / "payments.kog").write_text("Say it.")
    _, [fault] = read_source(tmp_path / "paymnts.kog")
    assert fault.name == "file-not-found"
    assert fault.data["near"] == "payments.kog"
    _, [fault] = read_source(tmp_path)
    assert fault.name == "not-a-file"
    assert fault.data["near"] == "payments.kog"
    assert read_source(tmp_path / "a\0b.kog")[1][0].name == "unreadable-file"
    assert read_source(tmp_path / ("a" * 300))[1][0].name == "unreadable-file"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path):
    path = tmp_path / "a.kog"
    path.write_text("Say it.")
    path.chmod(0)
    assert read_source(path)[1][0].name == "unreadable-file"
