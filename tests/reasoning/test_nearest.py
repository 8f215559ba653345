"""Readings worked out from a sentence's own words: what it names, states and says to do."""

from __future__ import annotations

import pytest

from kognilang.reasoning.phrasebook import core_phrases
from kognilang.reasoning.situations import situation_of
from kognilang.reasoning.words.conditions.stating import stated
from kognilang.reasoning.words.naming.marking import marked
from kognilang.reasoning.words.nearest import worked_out
from kognilang.reasoning.words.phrases.likeness import Likeness
from kognilang.reasoning.words.phrases.synonyms import closeness
from tests.reasoning.corpus import PLACE, Everyday
from tests.reasoning.score import settling_of

LOANS = f"""\
A loan has a borrower (text), a balance (money), a rating (number) and a state (text).
The ceiling is $900.
The vault is the folder "vault".
The form is the file "form.pdf".
Read the spreadsheet "loans.xlsx" as the loans.
For each loan:
    Say "{{the loan's borrower}}".
    {PLACE}

To extend a loan:
    Say "{{the loan's borrower}} extended".

To recall a loan:
    Say "{{the loan's borrower}} recalled".
"""


def loan(sentence: str) -> Everyday:
    return Everyday("loans", LOANS, ("files", "tables", "mail"), sentence, (), False, "")


def readings(sentence: str, loose: bool = False) -> list[str]:
    settling = settling_of(loan(sentence))
    found = worked_out(settling, settling.open()[0], 6, loose)
    return [one.trial.meaning for one in found]


@pytest.mark.parametrize(
    ("sentence", "reading"),
    [
        ("Kindly prolong the loan.", "Extend the loan."),
        ("Kindly extend the loan now.", "Extend the loan."),
        ("Erase the form.", "Delete the form."),
        ("Place the form into the vault.", "Move the form to the vault."),
        ("Duplicate the form into the vault.", "Copy the form to the vault."),
        (
            "Recall it should its balance be above the ceiling.",
            "If the loan's balance is more than the ceiling, recall the loan.",
        ),
        (
            "Prolong loans whose rating is 7 or more.",
            "If the loan's rating is at least 7, extend the loan.",
        ),
        (
            "Never prolong loans whose rating is under 3.",
            "If the loan's rating is at least 3, extend the loan.",
        ),
        (
            'Do not recall loans that are "frozen".',
            'If the loan\'s state is not "frozen", recall the loan.',
        ),
        (
            "If its rating exceeds 5, do nothing, otherwise recall the loan.",
            "If the loan's rating is at most 5, recall the loan.",
        ),
        (
            "Prolong the loan, then place the form into the vault.",
            "Extend the loan.\nMove the form to the vault.",
        ),
        (
            "Recall the loan but first duplicate the form into the vault.",
            "Copy the form to the vault.\nRecall the loan.",
        ),
    ],
)
def test_a_reading_is_worked_out_of_the_words(sentence: str, reading: str) -> None:
    found = readings(sentence)
    assert found[0] == reading


def test_a_value_fits_only_where_it_may_stand() -> None:
    found = readings("Bring down the loan's rating by 2.", loose=True)
    assert found[0] == "Decrease the loan's rating by 2."
    assert not any("Remove" in one or "Ask" in one for one in found)


def test_what_has_nothing_of_the_sentence_is_shown_to_a_model_alone() -> None:
    assert "Delete the form." not in readings("Nuke the form.")
    assert "Delete the form." in readings("Nuke the form.", loose=True)


def clear(sentence: str) -> bool:
    settling = settling_of(loan(sentence))
    return worked_out(settling, settling.open()[0], 4, True)[0].clear


def test_a_reading_is_clear_where_the_words_are_its_own() -> None:
    assert clear("Make a recall of the loan.") and clear("Kindly prolong the loan.")
    assert not clear("Paint the loan.")
    assert not clear("Recall the loan whatever the weather and the moon say.")


def test_mentions_are_names_properties_and_literals() -> None:
    settling = settling_of(loan('Bump its rating by 3 and drop "x" into the vault.'))
    situation = situation_of(settling, settling.open()[0])
    sentence = marked(situation)
    assert [one.words for one in sentence.mentions] == [
        "the loan's rating", "3", '"x"', "the vault",
    ]  # fmt: skip
    assert [one.kind for one in sentence.mentions] == ["number", "number", "text", "folder"]
    assert sentence.text == "Bump ⟦0⟧ by ⟦1⟧ and drop ⟦2⟧ into ⟦3⟧"


def test_a_condition_may_be_about_any_property_that_compares() -> None:
    settling = settling_of(loan('Recall loans that are "frozen".'))
    situation = situation_of(settling, settling.open()[0])
    told = stated(marked(situation), situation)
    assert told.conditions == [
        'the loan\'s state is "frozen"',
        'the loan\'s borrower is "frozen"',
    ]


def test_verbs_are_alike_by_a_general_list() -> None:
    assert closeness("halt", "stop") == 1.0
    assert 0 < closeness("mail", "send") <= 1.0
    assert closeness("shut", "close") == 1.0
    assert closeness("weigh", "send") == 0.0
    assert closeness("frobnicate", "send") == 0.0


def test_a_verb_with_its_particle_is_another_verb() -> None:
    phrases = core_phrases()
    taken = Likeness("take the rest away", phrases)
    assert ("take away", 1.0) in taken.verbs
    assert dict(taken.verbs)["take"] < 1.0
