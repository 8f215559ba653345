"""Files that an example gives: `Given the file "order.txt" says "…"`, `there is no file "x"`."""

from __future__ import annotations

from collections.abc import Sequence

from kognilang.dataclass import dataclass
from kognilang.language import tree
from kognilang.language.scanning import is_mark, is_word, starts_with

_FILES = ("file", "text", "document", "letter", "spreadsheet", "table", "csv")
_SAYS = ("says", "say", "reads", "contains", "holds", "is")
_OLD = (".xls",)


@dataclass(slots=True)
class GivenFile:
    """A file or a folder as an example has it. `content` is a text, or a table's rows as lines of
    cells; None for a file that is not there. An empty `folder` has nothing but what is given."""

    name: str
    content: str | tuple[tuple[tree.Expr | str, ...], ...] | None = ""
    folder: bool = False


def given_file(line: tree.ExampleLine, tokens: Sequence[tree.Token]) -> GivenFile | str | None:
    """Return the file that a line gives, None for a line that gives none, or why it cannot be
    given."""
    words = tuple(tokens)
    if starts_with(words, "there is no|a|an"):
        return _there_is(words)
    if not (len(words) > 3 and is_word(words[0], "the", "a") and words[2].kind == "text"):
        return None
    name = words[2].text
    if is_word(words[1], "folder") and starts_with(words, "is empty", 3) and len(words) == 5:
        return GivenFile(name, folder=True)
    if not is_word(words[1], *_FILES) or not is_word(words[3], *_SAYS):
        return None
    rest = words[4:]
    if rest and is_mark(rest[0], ":"):
        rest = rest[1:]
    if len(rest) == 1 and is_word(rest[0], "empty"):
        return GivenFile(name)
    value: tree.Expr | None = line.block
    if rest:
        value = rest[0].value if len(rest) == 1 else None
    elif value is None and isinstance(line.step, tree.Setting):
        value = line.step.value
    return _content(name, value)


def _there_is(words: tuple[tree.Token, ...]) -> GivenFile | None:
    if len(words) != 5 or words[4].kind != "text" or not is_word(words[3], *_FILES, "folder"):
        return None
    absent = words[2].text == "no"
    folder = words[3].text == "folder"
    return GivenFile(words[4].text, None if absent else "", folder and not absent)


def _content(name: str, value: tree.Expr | None) -> GivenFile | str:
    if isinstance(value, tree.TableValue):
        if name.lower().endswith(_OLD):
            return (
                "an .xls workbook is given by the name it is read as, such as: "
                "Given the orders are, with the table below"
            )
        return GivenFile(name, (value.columns, *value.rows))
    if isinstance(value, tree.Text):
        if not all(isinstance(part, str) for part in value.parts):
            return "a given file holds just what is written here, without {…}"
        text = "".join(part for part in value.parts if isinstance(part, str))
        return GivenFile(name, text + ("\n" if value.block and not text.endswith("\n") else ""))
    return "a file says a text in quotes, or the lines or the table below it"
