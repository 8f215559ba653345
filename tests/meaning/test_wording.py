"""How a wording is taken apart."""

import pytest

from kognilang.meaning.wording import BadWording, Place, form_of, patterns


def lemmas(wording):
    return [
        " ".join(f"<{e.name}>" if isinstance(e, Place) else e for e in one)
        for one in patterns(wording)
    ]


def test_articles_are_ignored_and_words_are_lemmas():
    assert lemmas("sends the files to {person}") == ["send file to <person>"]


def test_optional_groups_come_in_any_order_and_may_be_left_out():
    assert set(lemmas("tell {who} [about {what}] [by {day}]")) == {
        "tell <who> about <what> by <day>",
        "tell <who> by <day> about <what>",
        "tell <who> about <what>",
        "tell <who> by <day>",
        "tell <who>",
    }


def test_alternatives_are_patterns_of_their_own():
    assert set(lemmas("read {x} from|of {y}")) == {"read <x> from <y>", "read <x> of <y>"}


def test_a_slot_has_a_role_or_a_kind():
    assert patterns("read {invoice: kind} from {document: file}") == (
        ("read", Place("invoice", "kind"), "from", Place("document", "value", "file")),
    )


def test_a_colon_before_a_block_is_no_word():
    assert lemmas("write to the file {file}: {text}") == ["write to file <file> <text>"]


@pytest.mark.parametrize(
    ("wording", "form"),
    [
        ("the PDFs in {folder}", "noun"),
        ("{file} exists", "adjective"),
        ("send an email to {recipient}", "action"),
    ],
)
def test_the_first_word_tells_the_form(wording, form):
    assert form_of(wording) == form


@pytest.mark.parametrize("wording", ["read [the {x}", "read x]", "read {}", "read {x: nonsense}"])
def test_a_faulty_wording_is_refused(wording):
    with pytest.raises(BadWording):
        patterns(wording)
