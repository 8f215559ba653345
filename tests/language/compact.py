"""A tree as one short line, so that a corpus of sentences and trees can be read by people."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, time
from decimal import Decimal

from kognilang.language import tree as t


def compact(node: object) -> str:
    """Return a node as `Class(part, part)`; names, texts and literals stand for themselves."""
    match node:
        case t.Name(name, determiner, quoted):
            word = {"proper": "", "": "?"}.get(determiner, determiner)
            return f"{word} {'`' + name + '`' if quoted else name}".strip()
        case t.Text(parts):
            inside = (p if isinstance(p, str) else f"{{{compact(p)}}}" for p in parts)
            return '"' + "".join(inside) + '"'
        case t.Number(value):
            return f"{value:f}"
        case t.MoneyLiteral(amount, currency):
            return f"{currency} {amount:f}"
        case t.PercentLiteral(value):
            return f"{value:f}%"
        case t.CountLiteral(value, noun):
            return f"{value:f} <{noun}>"
        case t.DurationLiteral(amount, unit):
            return f"{compact(amount)} {unit}"
        case t.DateLiteral(value) | t.TimeLiteral(value):
            return compact(value)
        case t.YesNo(value):
            return "yes" if value else "no"
        case t.Nothing():
            return "nothing"
        case t.Item():
            return "ITEM"
        case t.Pronoun(word):
            return f"<{word}>"
        case t.Property(of, name, quoted):
            return f"{compact(of)}.{repr(name) if quoted else name.replace(' ', '_')}"
        case t.Arithmetic(op, left, right):
            return f"({compact(left)} {op} {compact(right)})"
        case t.Form(name, args):
            return f"{name}[{', '.join(map(compact, args))}]"
        case t.Compare(op, left, right, extra):
            more = f" {compact(extra)}" if extra else ""
            return f"({compact(left)} {op} {compact(right)}{more})"
        case t.Token():
            return node.written or node.text
        case tuple():
            if node and all(isinstance(part, t.Token) for part in node):
                return "«" + " ".join(map(compact, node)) + "»"
            return "[" + ", ".join(map(compact, node)) + "]"
        case t.Limits(within, reminding):
            return f"within {compact(within)}, reminding {compact(reminding)}"
        case t.Node():
            parts = []
            for field in fields(node):
                if field.name == "span" or not field.compare:
                    continue
                value = getattr(node, field.name)
                if value in (None, (), "", False) or value == t.Limits():
                    continue
                parts.append(compact(value))
            return f"{type(node).__name__}({'; '.join(parts)})"
        case date() | time():
            return node.isoformat()
        case Decimal():
            return f"{node:f}"
    return str(node)
