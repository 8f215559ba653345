"""A workspace for tests: files, settings, and a model at a scripted server."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from kognilang.session import Session
from kognilang.session.resolving import Resolving
from tests.reasoning.scripted import Endpoint, Scripted, reply

PAY = """\
An invoice has a number (text), a vendor (text), a total (money) and a status (text).
Read the spreadsheet "invoices.csv" as the invoices.
For each invoice:
    Settle the invoice.
    If the invoice's total is over $500, notify the boss.

To pay an invoice:
    Say "paid {the invoice's number}".
"""

INVOICES = "number,vendor,total,status\nQX-771,Zebulon Freight,$734.25,open\nA2,Bit,$20,open\n"


def workspace(folder: Path, text: str = PAY, url: str = "", settings: str = "") -> Path:
    """Make a workspace with one procedure and return its path."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = f'[model]\nname = "scripted"\nurl = "{url}"\ntries = 1\n' if url else ""
    (folder / "kognilang.toml").write_text(settings + lines)
    (folder / "invoices.csv").write_text(INVOICES)
    file = folder / "pay.kog"
    file.write_text(text)
    return file


def session_of(file: Path, **about: Any) -> Session:
    return Session(file.parent, no_input=True, patience=0.0, **about)


def resolving_of(file: Path, **about: Any) -> Resolving:
    return Resolving(session_of(file, **about), file)


def step(phrase: str, condition: str = "", **slots: Any) -> dict[str, Any]:
    return {"if": condition, "phrase": phrase, **slots}


def steps(*found: dict[str, Any]) -> Scripted:
    return reply({"kind": "steps", "steps": list(found), "question": ""})


def asks(question: str) -> Scripted:
    return reply({"kind": "question", "steps": [], "question": question})


NONE = reply({"kind": "none", "steps": [], "question": ""})


def sentence_in(body: dict[str, Any]) -> str:
    """Return the sentence that a request asks about."""
    found = re.findall(r'Translate this alone:\n"(.*)\."', body["messages"][-1]["content"])
    return str(found[-1])


def everything_sent(endpoint: Endpoint) -> str:
    return json.dumps(endpoint.requests, ensure_ascii=False)
