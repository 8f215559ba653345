"""Bad text: refused with a clear message and exit code 2, and nothing is left behind."""

from __future__ import annotations

from pathlib import Path

import pytest

CASES: dict[str, tuple[bytes, str]] = {
    "an empty file": (
        b"",
        """\
There is nothing in "job.kog"                                            job.kog
A procedure needs at least one sentence, such as:
  Say "Good morning."
More about it: kog explain KL101
""",
    ),
    "a file of blank lines": (
        b"\n   \n\n",
        """\
There is nothing in "job.kog"                                            job.kog
A procedure needs at least one sentence, such as:
  Say "Good morning."
More about it: kog explain KL101
""",
    ),
    "a picture": (
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        """\
"job.kog" is a picture (PNG), not a text that I can read                 job.kog
A procedure is plain text, in a file whose name ends in .kog.
To work with this file, name it in a procedure: Read the document "job.kog".
More about it: kog explain KL102
""",
    ),
    "bytes of no known kind": (
        b'Say "a".\n\x00\x01\x02',
        """\
"job.kog" is not a text: it holds bytes that no text has                 job.kog
The first is on line 2 (0x00).
A procedure is plain text, in a file whose name ends in .kog.
More about it: kog explain KL102
""",
    ),
    "mixed tabs and spaces": (
        b'If the total is zero:\n    Say "a".\n\tSay "b".\nSay "c".\n',
        """\
Tabs and spaces are mixed in this file                           job.kog, line 3
    Say "b".
    ~
I understood   the indentation is spaces (from line 2 on)
With tabs it is indented on line 3.
Replace the tabs by spaces there, so that everyone sees the same blocks.
More about it: kog explain KL107
""",
    ),
    "an unclosed quote": (
        b'Read the spreadsheet "invoices.xlsx as the invoices.\nSay "done".\n',
        """\
A text begins here and never ends                                job.kog, line 1
    Read the spreadsheet "invoices.xlsx as the invoices.
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
Write
  1  Read the spreadsheet "invoices.xlsx" as the invoices.
The closing " is missing.
More about it: kog explain KL109
""",
    ),
    "a name spelled almost like one in scope": (
        b"The discount is 10%.\nSay the discuont.\n",
        """\
Nothing sets "the discuont". Did you mean "the discount"?        job.kog, line 2
    Say the discuont.
        ~~~~~~~~~~~~
I understood   the discount (set on line 1)
Close to it
  1  Say the discount.
More about it: kog explain KL303
""",
    ),
    "an unknown verb": (
        b'Let the report be "report.pdf".\nArchive the report.\n',
        """\
I don't know how to "archive"                                    job.kog, line 2
    Archive the report.
    ~~~~~~~
I understood   the report (set on line 1)
Close to it
  1  Move the report to the folder "archive".
  2  Copy the report to the folder "archive".
or teach it here:
  To archive a report:
      …
More about it: kog explain KL201
""",
    ),
    "and mixed with or": (
        b'If the member is yes and the age is over 40 or the guest is yes, say "in".\n',
        """\
I cannot tell which belongs together first: "and" and "or" are   job.kog, line 1
mixed
    If the member is yes and the age is over 40 or the guest is yes, say "in".
                                                ~~
Write
  1  If (the member is yes and the age is over 40) or the guest is yes, say
     "in".
  2  If the member is yes and (the age is over 40 or the guest is yes), say
     "in".
Parentheses settle it, or a list: If all of the following are true: …
More about it: kog explain KL203
""",
    ),
}
END = "\nOne problem in job.kog. Nothing was run.\n"


def left(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


@pytest.mark.parametrize("case", CASES)
def test_bad_text_is_refused_with_its_message_and_leaves_nothing(kog, tmp_path, case):
    written, message = CASES[case]
    (tmp_path / "job.kog").write_bytes(written)
    before = left(tmp_path)
    ended = kog("run", "job.kog", "--no-input")
    assert ended.code == 2
    assert ended.out == ""
    assert ended.err == message + END
    assert left(tmp_path) == before == ["job.kog"]
    assert (tmp_path / "job.kog").read_bytes() == written


BOOK = '''\
"""A book of this workspace."""

from kognilang import skill


@skill("file {{{slot}}} under {{name}}", effect="read")
def file_{slot}({slot}: str, name: str) -> str:
    """File it."""
    return name
'''


def test_two_readings_are_both_shown(kog, tmp_path):
    (tmp_path / "skills").mkdir()
    (tmp_path / "skills" / "post.py").write_text(BOOK.format(slot="letter"))
    (tmp_path / "skills" / "law.py").write_text(BOOK.format(slot="case"))
    (tmp_path / "job.kog").write_text('The letter is "x".\nFile the letter under "A".\n')
    ended = kog("run", "job.kog", "--no-input")
    assert ended.code == 2
    assert ended.err == (
        """\
I can read this step in two ways                                 job.kog, line 2
    File the letter under "A".
    ~~~~~~~~~~~~~~~~~~~~~~~~~
I understood   the letter (set on line 1)
               "A" (text)
It could mean
  1  file … under … (from the book "law"): the case: the letter, the name: "A"
  2  file … under … (from the book "post"): the letter: the letter, the name:
     "A"
Change the sentence so that only one of them fits.
More about it: kog explain KL301
"""
        + END
    )
    assert not (tmp_path / ".kognilang").exists()


def test_check_says_the_same_and_counts(kog, tmp_path):
    (tmp_path / "job.kog").write_text('Say "a\nArchive "b".\nShow it.\n')
    (tmp_path / "empty.kog").write_text("")
    ended = kog("check", "job.kog", "empty.kog")
    assert ended.code == 2
    assert "job.kog, line 1" in ended.err
    assert "job.kog, line 2" in ended.err
    assert 'There is nothing in "empty.kog"' in ended.err
    assert left(tmp_path) == ["empty.kog", "job.kog"]
