"""Suggestions: slips are found, names that differ on purpose are not."""

from __future__ import annotations

import pytest

from kognilang.problems.suggestions import almost_known, nearest

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
