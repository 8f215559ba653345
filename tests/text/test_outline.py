"""The outline: which lines belong together, and which belong below which."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kognilang.text.outline import Entry, block_text, faults_outside, outline
from kognilang.text.reading import source_of
from tests.growth import assert_grows


def shape(text: str) -> list[object]:
    """The outline as nested lists of content, for short comparisons."""
    source = source_of(textwrap.dedent(text).strip("\n"))
    entries, _ = outline(source)
    return _shape(source, entries)


def _shape(source, entries: list[Entry]) -> list[object]:
    made: list[object] = []
    for entry in entries:
        made.append(("# " if entry.kind == "title" else "") + entry.text(source))
        if entry.children:
            made.append(_shape(source, entry.children))
    return made


def faults(text: str) -> list[str]:
    return [f.name for f in outline(source_of(text))[1]]


def test_blocks_nest_by_indentation():
    assert shape(
        """
        For each order in the orders:
            If it is late:
                Say "late".
            Say "next".
        Say "done".
        """
    ) == [
        "For each order in the orders:",
        ["If it is late:", ['Say "late".'], 'Say "next".'],
        'Say "done".',
    ]


def test_tabs_indent_as_well():
    assert shape('If a:\n\tSay "b".\n\tIf c:\n\t\tSay "d".') == [
        "If a:",
        ['Say "b".', "If c:", ['Say "d".']],
    ]


def test_list_markers_are_decoration():
    assert shape("1. Say it.\n2) Do it.\n- [ ] Check it.\n* See it.\na) End it.") == [
        "Say it.",
        "Do it.",
        "Check it.",
        "See it.",
        "End it.",
    ]


def test_a_negative_number_is_no_list_marker():
    assert shape("-3 is low.\n1.5 is high.") == ["-3 is low.", "1.5 is high."]


def test_a_list_below_a_colon_is_its_block_at_the_same_column():
    assert shape("To close the books:\n- Do a.\n- Do b.\n\nSay it.") == [
        "To close the books:",
        ["Do a.", "Do b."],
        "Say it.",
    ]


def test_nested_lists_at_one_column_by_kind_of_marker():
    assert shape("1. If a:\n- Do b.\n2. Do c.") == ["If a:", ["Do b."], "Do c."]


def test_a_comma_takes_the_next_line_in():
    assert shape("A line has an item,\n    a price,\n    and a total.\nSay it.") == [
        "A line has an item, a price, and a total.",
        "Say it.",
    ]


def test_a_comma_stops_at_a_list_marker_and_at_the_next_detail():
    assert shape("Check:\n  - the a is b,\n  - the c is d.") == [
        "Check:",
        ["the a is b,", "the c is d."],
    ]
    assert shape("Add with\n  the a: 1,\n  the b: 2") == ["Add with", ["the a: 1,", "the b: 2"]]


def test_deeper_lines_without_a_comma_are_children():
    assert shape("Read the report\n    from the folder.") == [
        "Read the report",
        ["from the folder."],
    ]


def test_an_open_quote_goes_on_only_in_deeper_lines():
    assert shape('Say "one\n    two".\nSay "three".') == ['Say "one two".', 'Say "three".']
    assert shape('Say "one\nSay "two".') == ['Say "one', 'Say "two".']
    assert faults('Say "one\nSay "two".') == ["unclosed-quote"]


def test_what_was_never_closed_has_its_place_and_a_guess():
    source = source_of('Read the spreadsheet "a.xlsx as the invoices.')
    [fault] = outline(source)[1]
    assert fault.name == "unclosed-quote"
    assert source.text[fault.span[0] :].startswith('"a.xlsx')
    assert fault.data["guess"] == 'Read the spreadsheet "a.xlsx" as the invoices.'


@pytest.mark.parametrize(
    ("line", "name", "guess"),
    [
        ('Say "hello.', "unclosed-quote", 'Say "hello".'),
        ('Say hello".', "unclosed-quote", 'Say "hello".'),
        ('Say "Dear {the name".', "unclosed-brace", 'Say "Dear {the name}".'),
        ("Set the a to (b plus c.", "unclosed-parenthesis", "Set the a to (b plus c)."),
        ('Tell the CFO "hi {the a} to the end.', "unclosed-quote", None),
    ],
)
def test_guesses(line, name, guess):
    [fault] = outline(source_of(line))[1]
    assert fault.name == name
    if guess is not None:
        assert fault.data["guess"] == guess


def test_braces_nest_in_quotes_and_patterns_keep_theirs():
    assert faults('Say "{the orders whose status is "open"}".') == []
    assert faults('If it matches the pattern "\\d{4", stop.') == []
    assert faults('Say "a {{ b".') == []
    assert faults('Say “curly”, then "straight".') == []


def test_titles_and_notes_are_kept_where_they_stand():
    source = source_of('# One\n## Two\nNote: hi\nIf a:\n# low\n    Say "b".\n    (end of it)\nEnd.')
    entries, _ = outline(source)
    assert [(e.kind, e.level) for e in entries] == [
        ("title", 1),
        ("title", 2),
        ("note", 0),
        ("line", 0),
        ("line", 0),
    ]
    assert [e.kind for e in entries[3].children] == ["title", "line", "note"]
    assert entries[3].children[2].text(source) == "end of it"


def test_a_comment_may_go_on_and_a_sum_in_parentheses_is_none():
    source = source_of("(one\n  two)\n(a) plus (b).\nSay it.")
    entries, found = outline(source)
    assert [(e.kind, e.text(source)) for e in entries] == [
        ("note", "one two"),
        ("line", "(a) plus (b)."),
        ("line", "Say it."),
    ] or entries[1].marker == "(a)"
    assert not found


def test_a_pipe_table_is_one_entry():
    source = source_of("The rates are:\n    | a | b |\n    | 1 | 2 |\nSay it.")
    entries, _ = outline(source)
    [table] = entries[0].children
    assert table.kind == "table"
    assert [source.text[s:e] for s, e in table.lines] == ["| a | b |", "| 1 | 2 |"]


def test_long_text_is_verbatim():
    text = 'Send it saying:\n    Dear Bob,\n\n      - a "dash\n    # no title\n    (bye)\nSay it.'
    source = source_of(text)
    entries, found = outline(source)
    block = block_text(source, entries[0])
    raw, span = block.text, block.span
    assert raw == 'Dear Bob,\n\n  - a "dash\n# no title\n(bye)'
    assert [source.text[block.place(at)] for at in (0, raw.index("-"), raw.index("#"))] == [*"D-#"]
    assert block.place(len(raw)) == source.text.index("\nSay")
    assert [f.name for f in found] == ["unclosed-quote"]
    assert faults_outside(found, [span]) == []


def test_wrong_indentation_is_told_and_taken_into_the_inner_block():
    source = source_of("If a:\n        Do b.\n    Do c.\nDo d.")
    entries, found = outline(source)
    assert _shape(source, entries) == ["If a:", ["Do b.", "Do c."], "Do d."]
    assert [f.name for f in found] == ["wrong-indentation"]


def test_a_text_that_is_indented_as_a_whole_is_fine():
    assert faults("    # t\n    Do a.\n    Do b.") == []


def test_mixed_indentation_names_the_lines():
    _, [fault] = outline(source_of("If a:\n    Do b.\n\tDo c.\nIf d:\n\tDo e."))
    assert fault.name == "mixed-indentation"
    assert fault.data["lines"] == "3, 5"
    assert fault.data["style"] == "spaces"


def test_a_hundred_thousand_lines_take_linear_time():
    line = '    Send an email to the "{order\'s buyer}" with (1 plus 2) apples.\n'

    def outlined(count):
        entries, found = outline(source_of(("For each order in the orders:\n" + line * 9) * count))
        assert len(entries) == count
        assert not found

    assert_grows(lambda: outlined(1_000), lambda: outlined(10_000), most=30)


def test_depth_and_length_are_no_problem():
    deep = "\n".join(" " * i + "If a:" for i in range(3000))
    entries, _ = outline(source_of(deep))
    depth = 0
    while entries:
        entries, depth = entries[0].children, depth + 1
    assert depth == 3000
    outline(source_of('Say "' + "x. Y (" * 200_000))


@given(st.text(alphabet='ab"{}()`|#-,.: \t\n12“”', max_size=300))
def test_nothing_is_lost_and_nothing_fails(text):
    source = source_of(text)
    entries, found = outline(source)
    seen: list[int] = []

    def collect(entries: list[Entry]) -> None:
        for entry in entries:
            for start, end in entry.lines:
                seen.append(start)
                assert 0 <= start <= end <= len(text)
            block_text(source, entry)
            collect(entry.children)

    collect(entries)
    # Every line that is not blank is in exactly one entry, in order.
    lines = [source.line_of(at) for at in seen]
    expected = [i for i, line in enumerate(text.split("\n"), 1) if line.strip()]
    assert sorted(lines) == expected
    for fault in found:
        assert 0 <= fault.span[0] <= fault.span[1] <= len(text)


def test_where_tabs_and_spaces_are_mixed_a_long_text_is_dedented_as_it_looks():
    source = source_of("Send it saying:\n        a\n \tb\n \t    c")
    entries, _ = outline(source)
    block = block_text(source, entries[0])
    assert block.text == "    a\nb\n    c"
    assert [source.text[block.place(block.text.index(one))] for one in "abc"] == ["a", "b", "c"]


def test_a_quote_in_the_title_of_an_example_opens_nothing():
    source = source_of('Example: 5" pipes, and "more\n    Given the x is "5"\n    Then it fails')
    entries, found = outline(source)
    assert _shape(source, entries) == [
        'Example: 5" pipes, and "more',
        ['Given the x is "5"', "Then it fails"],
    ]
    assert found == []
