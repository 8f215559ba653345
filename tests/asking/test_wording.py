"""Questions read well aloud: what is wrong, where, the values, what can be answered, by whom."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from kognilang.asking import sorts, troubles
from kognilang.asking.asked import Asked
from kognilang.asking.grouping import Tally, groups
from kognilang.asking.showing import lines, named
from kognilang.asking.situations import situation
from kognilang.asking.wording import question_of
from kognilang.journal.records import EffectRow
from kognilang.meaning.skill import Problematic
from kognilang.values.kinds import Exceptional, List, Record, Secret
from tests.asking.conftest import SENTENCE, ask, invoice, missing, usd


def test_a_missing_field_reads_well() -> None:
    assert "\n".join(lines(missing())) == (
        "The invoice INV-1007 has no PO number. What is the PO number?\n"
        "\n"
        "    pay-invoices.kog, line 30:\n"
        "        Match the invoice.\n"
        "\n"
        "Type the PO number, or one of these:\n"
        "    > skip this step     go on without doing it\n"
        "    > skip this invoice  leave it out and go on with the next\n"
        "    > stop               end the run here\n"
        "\n"
        "For the AP clerk."
    )


def test_a_failed_check_shows_the_values_compared() -> None:
    problem = Exceptional(
        "check-failed",
        "It is not so that the line's unit price is within 2% of the order line's unit price.",
        values=(
            ("the line's unit price", usd("10.60")),
            ("the order line's unit price", usd("10")),
        ),
    )
    text = "\n".join(lines(ask(problem)))
    assert text.startswith("Invoice INV-1007: It is not so that the line's unit price")
    assert "    the line's unit price        $10.60\n" in text
    assert "    the order line's unit price  $10\n" in text
    assert "    skip this step     accept it as it is\n" in text
    assert "Should this be accepted as it is, corrected, or left out?" in text


def test_several_matches_are_told_apart_and_numbered() -> None:
    vendors = tuple(
        Record(fields={"name": "Acme Ltd", "IBAN": iban}, kind="vendor") for iban in ("DE1", "DE2")
    )
    problem = Exceptional(
        "several-matches", 'There are 2 vendors whose name is "Acme Ltd".', candidates=vendors
    )
    row = ask(problem)
    assert row.needs == "choice"
    text = "\n".join(lines(row))
    table = text[text.index("       name") :].split("\n\n")[0].splitlines()
    assert table == [
        "       name      IBAN",
        "    -  --------  ----",
        "    1  Acme Ltd  DE1",
        "    2  Acme Ltd  DE2",
    ]
    assert json.loads(row.choices) == ["vendor Acme Ltd (IBAN: DE1)", "vendor Acme Ltd (IBAN: DE2)"]
    assert "Which one is meant?" in text


def test_choices_are_lettered_where_a_number_could_be_the_value() -> None:
    problem = Exceptional(
        "missing-field", "The rate is missing.", prop="rate", needs="number", candidates=("7", "19")
    )
    text = "\n".join(lines(ask(problem)))
    assert "    a  7\n    b  19\n" in text
    assert "or the letter of a choice" in text


def test_a_skills_problem_becomes_a_question() -> None:
    problem = Problematic(
        'There is no folder "invoices".', "missing-file", values=[("folder", "/work/invoices")]
    )
    row = ask(problem, item="", noun="")
    assert row.problem == "missing-file" and row.needs == ""
    assert row.text == (
        'There is no folder "invoices". Put it there and type try again, or say how to go on.'
    )
    assert json.loads(row.suggestions) == ["try again", "skip this step", "stop"]
    assert json.loads(row.values) == [["folder", "/work/invoices"]]


def test_an_interrupted_write_asks_whether_it_happened() -> None:
    effect = EffectRow("k", "r1", "", "mail.send", "to ap@example.com", "d", "intended")
    row = ask(troubles.interrupted_write(effect, "Send an email to the supplier."))
    assert row.needs == "yes/no" and json.loads(row.suggestions) == ["stop"]
    assert "interrupted in the middle of this step: Send an email to the supplier" in row.text
    assert "Did it happen?" in row.text


def test_a_sentence_that_goes_on_below_is_told_as_such() -> None:
    from kognilang.asking.troubles import incident

    told = incident(4, "Post to the web address with")
    assert told.message.endswith("at this step: Post to the web address with …")
    assert incident(4, "Send it.").message.endswith("at this step: Send it.")


@pytest.mark.parametrize(
    ("asked", "text", "needs"),
    [
        (Asked("text", "Which cost centre?"), "Which cost centre?", "any"),
        (Asked("for", "the PO number", "text"), "What is the PO number?", "text"),
        (Asked("whether", "to approve the invoice"), "Should I approve the invoice?", "yes/no"),
        (Asked("whether", "the invoice is correct"), "Is the invoice correct?", "yes/no"),
        (
            Asked("whether", "the invoice has a PO number"),
            "Does the invoice have a PO number?",
            "yes/no",
        ),
        (Asked("choose", "the cost centre", choices=("A", "B")), "Which cost centre?", "choice"),
        (Asked("choose", "", choices=("A", "B")), "Which one?", "choice"),
        (Asked("confirm", "the vendor's bank account"), "Is the vendor's bank account right?",
         "yes/no"),
        (Asked("approval", "the payment"), "Do you approve the payment?", "yes/no"),
        (Asked("approval", "Do you approve it?"), "Do you approve it?", "yes/no"),
    ],
)  # fmt: skip
def test_every_form_of_asking_is_a_question(asked: Asked, text: str, needs: str) -> None:
    row = ask(asked, item="", noun="")
    assert (row.kind, row.problem, row.text, row.needs) == ("ask", asked.form, text, needs)
    assert json.loads(row.suggestions) == []


def test_what_a_question_is_about_stands_beside_it() -> None:
    row = ask(Asked("approval", "the invoice", about=(("the total", usd("1234.5")),)))
    assert json.loads(row.values) == [["the total", "$1,234.50"]]


def test_a_record_to_decide_on_is_laid_out() -> None:
    record = invoice(
        vendor="Acme", total=usd("12000"), note=None,
        lines=List(items=[Record(), Record()], noun="line"),
    )  # fmt: skip
    row = ask(Asked("approval", "the invoice", about=(("the invoice", record),)))
    assert json.loads(row.values) == [
        ["the invoice", "invoice INV-1007"], ["its number", "INV-1007"], ["its vendor", "Acme"],
        ["its total", "$12,000"], ["its lines", "2 lines"],
    ]  # fmt: skip


@pytest.mark.parametrize("problem", sorted(sorts.SORTS) + sorted(sorts.ALIASES) + ["unheard-of"])
@pytest.mark.parametrize("noun", ["invoice", ""])
def test_every_problem_has_a_question_and_answers_that_fit(problem: str, noun: str) -> None:
    for needs, prop in (("", ""), ("text", "PO number"), ("choice", ""), ("yes/no", "")):
        row = ask(
            Exceptional(problem, "Something is wrong.", prop=prop, thing=invoice(), needs=needs,
                        candidates=("A", "B") if needs == "choice" else ()),
            noun=noun, item=f"{noun} 7" if noun else "",
        )  # fmt: skip
        assert "{" not in row.text + row.suggestions
        assert row.text.rstrip().endswith(("?", ".", ")")) and "Something is wrong." in row.text
        assert "" not in json.loads(row.suggestions)
        assert ("skip this invoice" in row.suggestions) <= bool(noun)
        assert lines(row)[-1] == "For the AP clerk."


def test_a_value_is_asked_for_only_where_it_can_be_put() -> None:
    row = ask(Exceptional("wrong-kind", '"ten" is not a number.', needs="number"))
    assert row.needs == ""


def test_a_message_that_is_a_question_is_not_asked_twice() -> None:
    problem = Exceptional("input-needed", "What is the tax rate?", prop="tax rate", needs="percent")
    assert ask(problem, item="").text == "What is the tax rate?"


def test_a_correction_is_suggested_as_a_sentence() -> None:
    problem = Exceptional("check-failed", "It is not so.", prop="total", thing=invoice())
    assert 'Set the invoice\'s total to "…". Try again.' in json.loads(ask(problem).suggestions)


def test_hints_that_are_no_answers_stand_in_the_text() -> None:
    problem = Exceptional(
        "no-currency", "I cannot tell.", suggestions=('currency = "USD" in the settings',)
    )  # fmt: skip
    row = ask(problem)
    assert 'Perhaps this helps: currency = "USD" in the settings' in row.text
    assert "currency" not in row.suggestions


def test_secrets_and_endless_values_are_not_shown() -> None:
    problem = Exceptional(
        "failed", "No.", values=(("key", Secret("SMTP")), ("body", "x" * 5000), ("due", None))
    )
    (_, key), (_, body), (_, due) = json.loads(ask(problem).values)
    assert key == 'the secret "SMTP"' and len(body) <= 300 and due == "(blank)"


@pytest.mark.parametrize(
    ("to", "text"),
    [("AP clerk", "the AP clerk"), ("CFO", "the CFO"), ("Bob Miller", "Bob Miller"),
     ("", "whoever runs it"), ("the manager", "the manager")],
)  # fmt: skip
def test_people_are_named_as_in_speech(to: str, text: str) -> None:
    assert named(to) == text


def test_a_situation_is_the_same_for_other_lines_items_and_values() -> None:
    one = missing()
    other = missing(id="q2", item="invoice INV-9", run="r7")
    assert one.situation == other.situation
    assert one.situation != missing(title="Another procedure").situation
    assert situation("A", "b", "c", "d") == situation("a", " B ", "C", "D")
    assert situation("A", "b", "c", "d") != situation("A", "b", "cd", "")


def test_questions_are_grouped_by_situation_and_person() -> None:
    rows = [
        missing(), missing(id="q2"), missing(id="q3", to="CFO"),
        ask(Asked("text", "Which one?"), id="q4"), missing(id="q5"),
    ]  # fmt: skip
    assert [[row.id for row in group.questions] for group in groups(rows)] == [
        ["q1", "q2", "q5"], ["q3"], ["q4"],
    ]  # fmt: skip


def test_an_approval_names_the_thing_with_its_party_and_its_amount() -> None:
    thing = Record(
        fields={
            "number": "HL-88213",
            "PO number": "PO-7004",
            "vendor": "Harborline Logistics LLC",
            "tax": usd("0"),
            "total": usd("6090"),
        },
        kind="invoice",
    )
    row = question_of(
        Asked("approval", "the invoice", about=(("the invoice", thing),)),
        SENTENCE, id="q1", run="r1", item="invoice HL-88213", noun="invoice",
    )  # fmt: skip
    assert row.text == "Do you approve invoice HL-88213 (Harborline Logistics LLC, $6,090)?"


def test_a_check_on_the_item_is_told_of_the_item_by_name() -> None:
    problem = Exceptional("check-failed", "The invoice's total is $951.95, not $914.85.")
    row = question_of(
        problem, SENTENCE, id="q1", run="r1", item="invoice 4417", noun="invoice",
        values=(("the invoice", invoice()), ("the lines", List(items=[invoice(), invoice()]))),
    )  # fmt: skip
    assert row.text.startswith("Invoice 4417's total is $951.95, not $914.85. Should this")
    assert json.loads(row.values)[-1] == ["the lines", "2 items"]


@pytest.mark.parametrize(
    ("prop", "thing", "said"),
    [
        ("Total (USD)", Record(fields={}, kind="item"), 'Set the item\'s "Total (USD)" to "…".'),
        ("On Hand", Record(fields={}, kind="item"), 'Set the item\'s "On Hand" to "…".'),
        ("PO number", Record(fields={}, kind="item"), 'Set the item\'s PO number to "…".'),
        ("Total (USD)", None, ""),
    ],
)
def test_a_heading_with_signs_in_it_stands_in_quotes(prop, thing, said) -> None:
    found = json.loads(
        ask(Exceptional("wrong-kind", "It is no number.", prop=prop, thing=thing)).suggestions
    )
    sets = [one for one in found if one.startswith("Set ")]
    assert [one.split(" Try")[0] for one in sets] == ([said] if said else [])


def test_a_tally_holds_the_first_of_each_group_alone() -> None:
    rows = [replace(missing(id=f"q{at}"), situation=f"s{at % 3}") for at in range(1, 31)]
    found = Tally(iter(rows), 2, mine=lambda one: one.id == "q4")
    assert (found.count, found.situations) == (30, 3)
    assert [[one.id for one in group.questions] for group in found.groups] == [
        ["q1", "q4"], ["q2", "q5"],
    ]  # fmt: skip
    assert [(group.count, group.last) for group in found.groups] == [(10, "q28"), (10, "q29")]
    assert [one.id for one in found.first] == ["q1", "q4"]
    whole = Tally(iter(rows), 2, whole=True)
    assert [len(group.questions) + len(group.further) for group in whole.groups] == [10, 10, 10]
