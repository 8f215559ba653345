"""Markdown runbooks: lists and kog blocks are steps, the rest is prose that is kept."""

from __future__ import annotations

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from kognilang.text.entries import Entry
from kognilang.text.outline import outline
from kognilang.text.reading import source_of


def shape(text: str) -> list[object]:
    source = source_of(textwrap.dedent(text).strip("\n"))
    return _shape(source, outline(source, markdown=True)[0])


def _shape(source, entries: list[Entry]) -> list[object]:
    made: list[object] = []
    for entry in entries:
        made.append(f"{entry.kind}: {entry.text(source)}")
        if entry.children:
            made.append(_shape(source, entry.children))
    return made


def test_a_runbook():
    assert shape(
        """
        ---
        owner: finance
        ---
        # Month end

        We close the books on the
        last day. Do not be late.

        1. Read the ledger "a.csv" as the entries
           from the folder.
        2. If the entries are blank:
           - Say "none".
           - Stop.

        > A word of warning.

        3. Say "done",
        and go home.

        ---

        ```bash
        rm -rf nothing
        ```
        ```kog
        For each entry:
            Say the entry.
        ```
        """
    ) == [
        "title: Month end",
        "note: We close the books on the last day. Do not be late.",
        'line: Read the ledger "a.csv" as the entries',
        ["line: from the folder."],
        "line: If the entries are blank:",
        ['line: Say "none".', "line: Stop."],
        "note: > A word of warning.",
        'line: Say "done", and go home.',
        "note: rm -rf nothing",
        "line: For each entry:",
        ["line: Say the entry."],
    ]


def test_definitions_count_in_prose_and_lists_below_them_are_their_body():
    assert shape(
        """
        An invoice is overdue if its due date is before today.

        A vendor has a name and a status.

        A vendor has asked for this. We said no.

        To pay an invoice:
        - Say "paid".

        To reset the password, follow these steps:
        - Say "reset".
        """
    ) == [
        "line: An invoice is overdue if its due date is before today.",
        "line: A vendor has a name and a status.",
        "note: A vendor has asked for this. We said no.",
        "line: To pay an invoice:",
        ['line: Say "paid".'],
        "note: To reset the password, follow these steps:",
        'line: Say "reset".',
    ]


def test_a_heading_with_a_colon_opens_a_definition_up_to_the_next_of_its_rank():
    assert shape(
        """
        # To pay an invoice:
        Some words.
        - Say "paid".
        ## In detail
        - Say "more".
        # Other
        - Say "main".
        """
    ) == [
        "line: To pay an invoice:",
        ["note: Some words.", 'line: Say "paid".', "title: In detail", 'line: Say "more".'],
        "title: Other",
        'line: Say "main".',
    ]


def test_prose_has_no_faults():
    source = source_of('He said "hm (and\n\tindented {prose\n\n- Say "x".\n')
    assert outline(source, markdown=True)[1] == []


def test_a_fence_that_never_closes():
    source = source_of('```kog\nSay "x".\n')
    entries, [fault] = outline(source, markdown=True)
    assert fault.name == "unclosed-fence"
    assert [e.text(source) for e in entries] == ['Say "x".']


@given(st.text(alphabet='aT o:#-1.`>|~\n \t"', max_size=200))
def test_any_text_has_an_outline(text):
    source = source_of(text)
    entries, faults = outline(source, markdown=True)
    for entry in entries:
        assert entry.text(source) is not None
    assert all(0 <= f.span[0] <= f.span[1] <= len(text) for f in faults)


def test_a_heading_without_a_colon_defines_if_a_step_calls_it():
    called = shape(
        """
        # Runbook

        - If the light is red, restart the web server.

        ## To restart a server

        - Say "restarting".

        ## To tell the caller

        - Say "We are on it."
        """
    )
    assert called == [
        "title: Runbook",
        "line: If the light is red, restart the web server.",
        "line: To restart a server",
        ['line: Say "restarting".'],
        "title: To tell the caller",
        'line: Say "We are on it."',
    ]


def test_a_text_that_only_mentions_a_heading_does_not_call_it():
    found = shape(
        """
        - Say "Then restart the server".

        ## To restart a server

        - Say "restarting".
        """
    )
    assert "title: To restart a server" in found


def test_an_example_belongs_to_no_definition():
    found = shape(
        """
        ## To greet a person:

        - Say "hello".

        ```kog
        Example: it greets
            When we greet "Ann"
            Then it says "hello"
        ```
        """
    )
    assert found[0] == "line: To greet a person:"
    assert found[2] == "line: Example: it greets"
