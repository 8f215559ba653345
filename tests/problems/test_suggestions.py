"""Suggestions: slips are found, names that differ on purpose are not."""

from __future__ import annotations

import pytest

from kognilang.problems.suggestions import almost_known, nearest, nearest_phrases

KNOWN = ["discount", "invoice total", "order 1", "customer", "net price", "fee", "overdue invoices"]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("discuont", "discount"),
        ("Discont", "discount"),
        ("costumer", "customer"),
        ("invoce total", "invoice total"),
        ("overdue invoice", "overdue invoices"),
    ],
)
def test_slips(name, meant):
    assert almost_known(name, KNOWN)[0] == meant


@pytest.mark.parametrize(
    "name", ["order 2", "new price", "fees", "vendor", "total", "discount", ""]
)
def test_names_of_their_own(name):
    assert almost_known(name, KNOWN) == []


def test_nearest_names():
    assert nearest("invoice totl", KNOWN)[0] == "invoice total"
    assert nearest("xyz", KNOWN) == []


PHRASES = [
    ("send", "email", "to", "saying"),
    ("email", "about"),
    ("read", "spreadsheet"),
    ("read", "sheet", "of", "spreadsheet"),
    ("move", "to", "folder"),
    ("zip", "as"),
    (),
]


def test_phrases_of_the_same_verb_come_first():
    assert nearest_phrases(["read", "spreadsheet", "with"], PHRASES)[:2] == [2, 3]


def test_then_those_whose_verb_is_almost_spelled_so():
    assert nearest_phrases(["sned", "email", "to"], PHRASES)[0] == 0


def test_then_those_that_share_rare_words():
    assert nearest_phrases(["archive", "in", "folder"], PHRASES) == [4]
    assert nearest_phrases(["frobnicate"], PHRASES) == []
    assert nearest_phrases([], PHRASES) == []
