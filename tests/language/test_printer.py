"""The printer: trees as canonical sentences, each form as language.md shows it."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

import pytest

from kognilang.language import tree as t
from kognilang.language.printer import print_cond, print_expr, print_file, print_step, print_tokens
from kognilang.language.printing.forms import WRITTEN
from kognilang.language.reading import read
from kognilang.text.reading import source_of


def n(value) -> t.Number:
    return t.Number(Decimal(str(value)))


def txt(value: str) -> t.Text:
    return t.Text((value,))


def the(name: str) -> t.Name:
    return t.Name(name)


def word(text: str) -> t.Token:
    return t.Token("word", text.lower(), written=text)


ORDER = the("order")
ORDERS = the("orders")
TOTAL = t.Property(t.Item(), "total")
DOLLARS = t.MoneyLiteral(Decimal(5000), "USD")


@pytest.mark.parametrize(
    ("expr", "text"),
    [
        (t.Text(("Dear ", t.Property(the("customer"), "name"), "{!}")),
         '"Dear {the customer\'s name}{{!}}"'),
        (n("1250.50"), "1250.50"),
        (n("-3"), "-3"),
        (DOLLARS, "$5,000"),
        (t.MoneyLiteral(Decimal("-12.5"), "EUR"), "-€12.5"),
        (t.MoneyLiteral(Decimal(250), "CHF"), "250 CHF"),
        (t.PercentLiteral(Decimal("2.5")), "2.5%"),
        (t.CountLiteral(Decimal(5), "units"), "5 units"),
        (t.DateLiteral(date(2026, 11, 22)), "2026-11-22"),
        (t.TimeLiteral(time(9)), "9:00"),
        (t.MomentLiteral(t.DateLiteral(date(2024, 5, 1)), t.TimeLiteral(time(9))),
         "2024-05-01 at 9:00"),
        (t.DurationLiteral(n(1), "day"), "1 day"),
        (t.DurationLiteral(n(30), "business day"), "30 business days"),
        (t.ListValue((n(1), n(2), n(3))), "1, 2 and 3"),
        (t.ListValue((txt("a"), txt("b")), "or"), '"a" or "b"'),
        (t.ListValue((t.DurationLiteral(n(1), "hour"), t.DurationLiteral(n(5), "minute")), "and"),
         "(1 hour) and 5 minutes"),
        (t.Name("invoice", "a"), "an invoice"),
        (t.Name("hour", "a"), "an hour"),
        (t.Name("unit", "a"), "a unit"),
        (t.Name("terms of payment", quoted=True), "the `terms of payment`"),
        (t.Name("Acme Corp", "proper"), "Acme Corp"),
        (t.Name("backlog", "shared"), "the shared backlog"),
        (t.Name("orders", "another"), "the other orders"),
        (t.Property(ORDERS, "totals"), "the orders' totals"),
        (t.Property(t.Pronoun("it"), "due date"), "its due date"),
        (t.Property(the("row"), "Total (USD)", quoted=True), 'the row\'s "Total (USD)"'),
        (t.Arithmetic("*", t.Arithmetic("-", the("total"), the("tax")), n(2)),
         "(the total minus the tax) times 2"),
        (t.Arithmetic("-", the("a"), t.Arithmetic("-", the("b"), the("c"))),
         "the a minus (the b minus the c)"),
        (t.Arithmetic("-", t.Arithmetic("-", the("a"), the("b")), the("c")),
         "the a minus the b minus the c"),
        (t.Arithmetic("+", t.Form("number of", (ORDERS,)), n(1)),
         "(the number of the orders) plus 1"),
        (t.Form("number of", (t.Filter(ORDERS, t.Compare("=", t.Property(t.Item(), "status"),
                                                         txt("open"))),)),
         'the number of the orders whose status is "open"'),
        (t.Form("rounded", (t.Arithmetic("+", the("tax"), the("fee")), n(2))),
         "(the tax plus the fee) rounded to 2 places"),
        (t.Form("next weekday", (txt("Friday"),)), "next Friday"),
        (t.Form("end of month", ()), "the end of the month"),
        (t.Form("business days between", (the("a"), the("b"))),
         "the number of business days between the a and the b"),
        (t.Sorted(ORDERS, ((t.Property(t.Item(), "date"), True),)),
         "the orders sorted by date from highest to lowest"),
        (t.Grouped(ORDERS, (t.Property(t.Item(), "customer"),)), "the orders grouped by customer"),
        (t.Distinct(ORDERS, (t.Property(t.Item(), "a"), t.Property(t.Item(), "b"))),
         "the orders without duplicates by a and b"),
        (t.Pick("first", None, ORDERS), "the first of the orders"),
        (t.Pick("last", n(3), ORDERS), "the last 3 of the orders"),
        (t.Pick("item", n(4), ORDERS), "item 4 of the orders"),
        (t.Extreme("order", "highest", TOTAL), "the order with the highest total"),
        (t.Extreme("order", "closest", TOTAL, DOLLARS),
         "the order with the total closest to $5,000"),
        (t.One("customer", t.Compare("=", t.Property(t.Item(), "id"), n(7))),
         "the customer whose id is 7"),
        (t.Joined(ORDERS, the("payments"), ("order number",)),
         "the orders joined with the payments by order number"),
        (t.Joined(ORDERS, the("payments"), ("reference",), False,
                  t.MoneyLiteral(Decimal(1), "USD")),
         "the orders with no payment matching by reference within $1"),
    ],
    ids=lambda v: v if isinstance(v, str) else "",
)  # fmt: skip
def test_values(expr, text):
    assert print_expr(expr) == text


OPEN = t.Compare("=", the("status"), txt("open"))
HIGH = t.Compare(">", the("total"), DOLLARS)
LATE = t.Is(ORDER, "late")


@pytest.mark.parametrize(
    ("cond", "text"),
    [
        (OPEN, 'the status is "open"'),
        (t.Not(HIGH), "the total is not more than $5,000"),
        (t.Compare("=", ORDERS, ORDER), "the orders are the order"),
        (t.Compare("in", ORDER, t.ListValue((n(1), n(2)), "or")), "the order is one of 1 or 2"),
        (t.Compare("within", ORDER, n(1), (n(2),)), "the order is within 2 of 1"),
        (t.Compare("between", ORDER, n(1), (n(2),)), "the order is between 1 and 2"),
        (t.Not(t.Compare("contains", ORDER, txt("x"))), 'the order does not contain "x"'),
        (t.Compare("matches", ORDER, txt(r"\d{4}")), r'the order matches the pattern "\d{4}"'),
        (t.Compare("more than by", ORDER, n(5), (t.PercentLiteral(Decimal(10)),)),
         "the order is exactly 10% more than 5"),
        (t.Is(ORDER, "number", True), "the order is a number"),
        (t.Not(t.Blank(ORDER)), "the order is not blank"),
        (t.Exists(t.Filter(ORDERS, t.Compare("=", t.Property(t.Item(), "id"), n(7)))),
         "there is an order whose id is 7"),
        (t.Not(t.Exists(t.Filter(ORDERS, t.Is(t.Item(), "late")))),
         "there is no order that is late"),
        (t.And((OPEN, HIGH)), 'the status is "open" and the total is more than $5,000'),
        (t.Or((OPEN, t.And((HIGH, LATE)))),
         'the status is "open" or (the total is more than $5,000 and the order is late)'),
        (t.Quantified("any", ORDERS, t.Is(t.Item(), "open")), "any of the orders is open"),
        (t.Quantified("every", ORDERS, t.Compare(">", TOTAL, n(5))),
         "every order's total is more than 5"),
        (t.Quantified("at least", ORDERS, t.Is(t.Item(), "open"), n(2)),
         "at least 2 of the orders are open"),
        (t.Bare((word("the"), word("invoice"), word("needs"), word("approval"))),
         "the invoice needs approval"),
    ],
    ids=lambda v: v if isinstance(v, str) else "",
)  # fmt: skip
def test_conditions(cond, text):
    assert print_cond(cond) == text


def test_a_filter_goes_on_with_whose():
    status = t.Compare("=", t.Property(t.Item(), "status"), txt("open"))
    both = t.And((status, t.Compare("<", TOTAL, n(9))))
    assert (
        print_expr(t.Filter(ORDERS, both))
        == 'the orders whose status is "open" and whose total is less than 9'
    )


SAY = t.Say(txt("x"))


@pytest.mark.parametrize(
    ("step", "text"),
    [
        (t.Setting(the("discount"), t.PercentLiteral(Decimal(10)), "is"), "The discount is 10%."),
        (t.Setting(the("a"), n(1), "set"), "Set the a to 1."),
        (t.Setting(the("a"), n(1), "let"), "Let the a be 1."),
        (t.Change("add", the("total"), the("fee")), "Add the fee to the total."),
        (t.Change("increase", the("price"), n(1)), "Increase the price by 1."),
        (t.Create("list", the("late orders")), "Create a list called the late orders."),
        (t.Tell(the("CFO"), txt("hi")), 'Tell the CFO "hi".'),
        (t.If(((HIGH, (t.Stop(),)),)), "If the total is more than $5,000, stop."),
        (t.If(((HIGH, (SAY, SAY)),)),
         'If the total is more than $5,000:\n    Say "x".\n    Say "x".'),
        (t.If(((HIGH, (SAY,)), (OPEN, (SAY,))), (t.Stop(),)),
         'If the total is more than $5,000:\n    Say "x".\n'
         'Otherwise, if the status is "open":\n    Say "x".\nOtherwise:\n    Stop.'),
        (t.If(((t.And((OPEN, t.Or((HIGH, LATE)))), (SAY,)),)),
         "If all of the following are true:\n"
         '    - the status is "open"\n'
         "    - any of the following is true:\n"
         "        - the total is more than $5,000\n"
         "        - the order is late\n"
         'then:\n    Say "x".'),
        (t.ForEach("order", ORDERS, (SAY,)), 'For each order:\n    Say "x".'),
        (t.ForEach("order", the("late ones"), (SAY,)),
         'For each order in the late ones:\n    Say "x".'),
        (t.ForEach("number", t.Range(n(1), n(9)), (SAY,)),
         'For each number from 1 to 9:\n    Say "x".'),
        (t.ProcessEach("order", ORDERS, (SAY,)), 'Process each order as follows:\n    Say "x".'),
        (t.DependingOn(the("status"), ((t.Compare("=", t.Item(), txt("open")), (t.Stop(),)),
                                       (t.Compare(">", t.Item(), n(5)), (SAY, SAY))), (SAY,)),
         'Depending on the status:\n    "open": stop.\n    More than 5:\n        Say "x".\n'
         '        Say "x".\n    Anything else: say "x".'),
        (t.MakeSure(HIGH, (t.Stop(),)),
         "Make sure the total is more than $5,000, otherwise stop."),
        (t.CheckAll((HIGH, LATE)),
         "Check all of the following:\n    The total is more than $5,000.\n    The order is late."),
        (t.Guarded((SAY,), ((None, (t.Stop(),)),)), 'Say "x".\nIf that fails, stop.'),
        (t.Stop(txt("no money")), 'Stop because "no money".'),
        (t.Return(OPEN), 'Return whether the status is "open".'),
        (t.Ask("for", the("user"), target=the("PO number")), "Ask the user for the PO number."),
        (t.Ask("approval", the("directors"), subject=(word("the"), word("payment")), quorum=2,
               limits=t.Limits(t.DurationLiteral(n(2), "day"), t.DurationLiteral(n(1), "day"))),
         "Get approval from two of the directors for the payment within 2 days, "
         "reminding them every day."),
        (t.Wait(t.DurationLiteral(n(2), "day")), "Wait 2 days."),
        (t.Action((word("Pay"), word("the"), word("invoice")), result=the("slip")),
         "Pay the invoice as the slip."),
        (t.Action((word("send"), word("it"), word("saying")), block=txt("Dear {Bob},\n\n  Bye")),
         "Send it saying:\n    Dear {{Bob}},\n\n      Bye"),
        (t.Action((word("Add"), word("a"), word("row")), details=(t.Detail("total", n(5)),)),
         "Add a row with\n    the total: 5"),
        (t.Setting(the("order"),
                   t.RecordValue((("id", n(1)), ("lines", t.RecordValue((("a", n(2)),))))),
                   "is"),
         "The order is:\n    id: 1\n    lines:\n        a: 2"),
        (t.Setting(the("rates"), t.TableValue(("land", "漢"), ((txt("France"), n(20)),)), "is"),
         'The rates are:\n    | land     | 漢 |\n    | "France" | 20 |'),
        (t.Procedure("decision", (word("an"), word("order"), word("counts")), (t.Return(OPEN),)),
         'To decide whether an order counts:\n    Return whether the status is "open".'),
        (t.Adjective("invoice", "late", t.Compare("before", t.Property(t.Item(), "due date"),
                                                  t.Form("today", ()))),
         "An invoice is late if its due date is before today."),
        (t.DerivedProperty("customer", "full name", txt("x")), 'A customer\'s full name is "x".'),
        (t.KindDefinition("line", (t.KindField("item", "text"), t.KindField("notes", many=True))),
         "A line has an item (text) and notes."),
        (t.Constant("limit", n(5)), "The limit is always 5."),
        (t.Use("a.kog"), 'Use the procedures in "a.kog".'),
        (t.ColumnCurrency("invoices", "totals", "USD"), "The invoices' totals are in USD."),
    ],
    ids=lambda v: v.split("\n")[0] if isinstance(v, str) else "",
)  # fmt: skip
def test_steps(step, text):
    assert print_step(step) == text
    indented = print_step(step, 4)
    assert indented == "\n".join("    " + line if line else line for line in text.split("\n"))


def test_a_file_keeps_titles_and_notes_and_parts_its_definitions():
    file = t.File(
        (
            t.Title("One"),
            t.Note("hello"),
            SAY,
            t.Title("Two", 2),
            t.Stop(),
            t.Procedure("procedure", (word("greet"),), (SAY,)),
        )
    )
    assert print_file(file) == (
        '# One\n\nNote: hello\nSay "x".\n\n## Two\n\nStop.\n\nTo greet:\n    Say "x".\n'
    )
    assert print_file(t.File(())) == ""


def test_tokens_stand_as_they_were_written():
    tokens = (
        word("move"),
        t.Token("mark", "["),
        word("a"),
        word("file"),
        t.Token("mark", "]"),
        word("to"),
        word("Bob"),
        t.Token("mark", "'s"),
        t.Token("text", "in {x}", value=txt("in")),
        t.Token("mark", ","),
        t.Token("money", "USD 5", written="$5.00"),
        t.Token("number", "7", value=n(7)),
        t.Token("quoted", "terms of"),
    )
    assert print_tokens(tokens) == 'move [a file] to Bob\'s "in {x}", $5.00 7 `terms of`'


@pytest.mark.parametrize("form", WRITTEN, ids=str)
def test_every_form_uses_each_argument_once(form):
    name, count = form
    text = print_expr(t.Form(name, tuple(the(f"name{i}") for i in range(count))))
    assert [text.count(f"name{i}") for i in range(count)] == [1] * count


def test_a_quote_in_a_text_is_a_value_in_braces_or_stays_in_its_block():
    block = t.Text(('He said "no".',), True)
    assert print_step(t.Say(block)) == 'Say:\n    He said "no".'
    inline = 'Say "He said {a double quote}no{a double quote}."'
    assert print_step(t.Say(txt('He said "no".'))) == inline
    assert read(source_of(inline)).file.items == (t.Say(txt('He said "no".')),)


def test_what_is_no_node_is_refused():
    with pytest.raises(TypeError):
        print_expr(t.Expr())
    with pytest.raises(TypeError):
        print_step(t.Step())
