"""All alignments of words to the slots of phrases."""

import string

from hypothesis import given
from hypothesis import strategies as st

from kognilang.language.lexer import tokens
from kognilang.meaning.matcher import match, strongest
from kognilang.meaning.phrases import Phrases
from tests.growth import assert_grows


def phrases(*wordings):
    made = Phrases()
    for number, wording in enumerate(wordings):
        made.add_wording(f"book.s{number}", wording, "action")
    return made.actions


def found(text, *wordings):
    words = tokens(text)
    return [
        {
            place.name: " ".join(t.written for t in words[start:end])
            for place, start, end in one.slots
        }
        for one in match(words, phrases(*wordings))
    ]


def test_words_match_by_lemma_and_articles_do_not_count():
    assert found("Sending an email to the manager", "send email to {who}") == [
        {"who": "the manager"}
    ]


def test_every_place_for_a_boundary_is_found():
    readings = found("Move the list from Bob from the desk", "move {what} from {where}")
    assert readings == [
        {"what": "the list", "where": "Bob from the desk"},
        {"what": "the list from Bob", "where": "the desk"},
    ]


def test_a_value_may_not_end_in_a_determiner_or_a_possessive():
    assert found('Tell the clerk\'s manager "hello"', "tell {who} {what}") == [
        {"who": "the clerk 's manager", "what": '"hello"'}
    ]


def test_parentheses_hold_together():
    assert found("Move (the list from Bob) from the desk", "move {what} from {where}") == [
        {"what": "( the list from Bob )", "where": "the desk"}
    ]


def test_optional_groups_in_the_other_order():
    readings = found('Tell Bob by "Friday" about "it"', "tell {who} [about {what}] [by {day}]")
    assert {"who": "Bob", "what": '"it"', "day": '"Friday"'} in readings


def test_more_words_win_only_if_they_include_all_of_the_others():
    words = tokens('Write "x" to the file "y"')
    wins = match(words, phrases("write {t} to {f}", "write {t} to the file {f}"))
    assert [one.entry.wording for one in strongest(wins)] == ["write {t} to the file {f}"]
    apart = match(words, phrases("write {t} to {f}", "write {t} {u} file {f}"))
    assert len(strongest(apart)) == len(apart)


def test_a_comma_may_stand_before_a_literal_word():
    assert found('Email Bob about "x", saying "y"', "email {w} about {s} saying {b}") == [
        {"w": "Bob", "s": '"x"', "b": '"y"'}
    ]


nouns = st.lists(
    st.text(string.ascii_lowercase, min_size=3, max_size=8).filter(
        lambda w: (
            w not in ("the", "and", "into", "from", "each", "every", "this", "that", "its")
            and not w.startswith(("into", "from", "our", "another", "their"))
        )
    ),
    min_size=1,
    max_size=3,
).map(" ".join)


@given(nouns, nouns)
def test_what_was_put_into_the_slots_is_found_again(first, second):
    readings = found(f"Zip the {first} into the {second}", "zip {a} into {b}")
    assert {"a": f"the {first}", "b": f"the {second}"} in readings


def test_thousands_of_phrases_cost_as_much_as_a_few():
    words = tokens("Verb7 the list into the folder with the label")

    def matching(count):
        made = Phrases()
        for number in range(count):
            made.add_wording(f"b.s{number}", f"verb{number} {{a}} into {{b}} with {{c}}", "action")
        assert len(match(words, made.actions)) == 1
        return lambda: [match(words, made.actions) for _ in range(200)]

    assert_grows(matching(50), matching(3000), most=4)
