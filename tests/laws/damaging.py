"""Damage to whole files: what editors, mail programs, copying and tired people do to a text."""

from __future__ import annotations

import random
from collections.abc import Callable

MARKS = "\"'`“”„«»‘’{}()[]:;,.|#*-=~<>\\"
STRANGE = (
    "\u00a0", "\u200b", "\u200d", "\u200e", "\u202e", "\u2028", "\u2029", "\u0085", "\v", "\f",
    "\u0301", "\u00ad", "\ufeff", "\ue000", "\ue0000\ue001", "\ufffd", "İ", "ı", "ß", "ﬁ", "５",
    "٣", "²", "½", "Ａ", "é", "e\u0301", "😀", "𝟓", "\u3000", "–", "—", "…", "×", "€",
    "\t", "\ud7ff",
)  # fmt: skip
"""What looks like a letter, a digit, a space or a line end to some program and not to another."""
CONTROL = ("\x00", "\x01", "\x08", "\x1b[31m", "\x7f")
HEADS = (
    "# ", "Note: ", "- ", "* ", "1. ", "a) ", "> ", "Example: ", "Then ", "Otherwise, ", "To ",
    "If that fails, ", "```\n", "```kog\n", "| ", "For each ", "and ", "    ", "(",
)  # fmt: skip
TAILS = (
    ":",
    " then",
    ",",
    " where",
    " as follows",
    " and",
    ".",
    "?",
    "!",
    " (",
    ")",
    ";",
    "\\",
    "|",
)

Damage = Callable[[str, random.Random], str]


def _lines(change: Callable[[list[str], random.Random], None]) -> Damage:
    """Return a change of the list of lines as damage."""

    def damage(text: str, chance: random.Random) -> str:
        lines = text.split("\n")
        change(lines, chance)
        return "\n".join(lines)

    return damage


def _at(chance: random.Random, things: list[str]) -> int:
    return chance.randrange(len(things))


@_lines
def joined(lines: list[str], chance: random.Random) -> None:
    """Two lines become one."""
    at = _at(chance, lines)
    if at + 1 < len(lines):
        lines[at : at + 2] = [lines[at] + chance.choice(" ,") + lines[at + 1].lstrip()]


@_lines
def rearranged(lines: list[str], chance: random.Random) -> None:
    """A line goes, stands twice, or changes place with another."""
    at, other = _at(chance, lines), _at(chance, lines)
    match chance.randrange(3):
        case 0:
            del lines[at]
        case 1:
            lines.insert(other, lines[at])
        case _:
            lines[at], lines[other] = lines[other], lines[at]


@_lines
def indented(lines: list[str], chance: random.Random) -> None:
    """A line, or all lines from it on, are moved to the left or to the right."""
    at = _at(chance, lines)
    stop = chance.choice((at + 1, at + 3, len(lines)))
    by = chance.choice((" ", "  ", "    ", "        ", "\t", " \t", "", ""))
    for number in range(at, min(stop, len(lines))):
        if by:
            lines[number] = by + lines[number]
        else:
            lines[number] = lines[number].removeprefix("    ")


@_lines
def headed(lines: list[str], chance: random.Random) -> None:
    """A line begins or ends with what makes something else of it."""
    at = _at(chance, lines)
    if chance.random() < 0.5:
        margin = len(lines[at]) - len(lines[at].lstrip())
        lines[at] = lines[at][:margin] + chance.choice(HEADS) + lines[at][margin:]
    else:
        lines[at] = lines[at].rstrip(" .:") + chance.choice(TAILS)


@_lines
def broken(lines: list[str], chance: random.Random) -> None:
    """A line ends in the middle and goes on in the next, by chance indented."""
    at = _at(chance, lines)
    words = lines[at].split(" ")
    here = _at(chance, words)
    rest = chance.choice(("", "    ", "  ", "\t")) + " ".join(words[here:])
    lines[at : at + 1] = [" ".join(words[:here]), rest]


@_lines
def lengthened(lines: list[str], chance: random.Random) -> None:
    """A line becomes a very long one: a word, a part or all of it many times."""
    at = _at(chance, lines)
    words = lines[at].split(" ")
    begin = _at(chance, words)
    stop = min(len(words), begin + chance.choice((1, 2, 5, 50)))
    times = chance.choice((20, 100, 300))
    lines[at] = " ".join(words[:begin] + words[begin:stop] * times + words[stop:])


@_lines
def nested(lines: list[str], chance: random.Random) -> None:
    """A word stands in many parentheses or braces, or a line below many conditions."""
    at = _at(chance, lines)
    depth = chance.choice((3, 30, 120))
    words = lines[at].split(" ")
    here = _at(chance, words)
    match chance.randrange(3):
        case 0:
            words[here] = "(" * depth + words[here] + ")" * depth
            lines[at] = " ".join(words)
        case 1:
            words[here] = '"{' * depth + words[here] + '}"' * depth
            lines[at] = " ".join(words)
        case _:
            heads = ["    " * level + "If the total is 5:" for level in range(depth)]
            lines[at : at + 1] = [*heads, "    " * depth + lines[at].strip()]


def lettered(text: str, chance: random.Random) -> str:
    """A mark, a strange character or a control character is put in, or stands for another."""
    at = chance.randrange(len(text) + 1)
    kinds: tuple[str | tuple[str, ...], ...] = (MARKS, MARKS, STRANGE, STRANGE, CONTROL)
    over = chance.choice((0, 0, 1))
    return text[:at] + chance.choice(chance.choice(kinds)) + text[at + over :]


def requoted(text: str, chance: random.Random) -> str:
    """A quote or brace of the text goes, or becomes another one."""
    places = [at for at, letter in enumerate(text) if letter in "\"'“”{}()"]
    if not places:
        return text
    at = chance.choice(places)
    return text[:at] + chance.choice(("", "", "'", "”", "“", '""', "{{", "`")) + text[at + 1 :]


def ended(text: str, chance: random.Random) -> str:
    """Line ends of several systems stand side by side, by chance with a byte order mark."""
    ends = ("\n", "\r\n", "\r", "\n\n", " \n", "\u2028")
    made = "".join(
        chance.choice(ends) if letter == "\n" and chance.random() < 0.5 else letter
        for letter in text
    )
    return "\ufeff" + made if chance.random() < 0.5 else made


def cut(text: str, chance: random.Random) -> str:
    """The file is cut off, or lacks its beginning."""
    at = chance.randrange(len(text) + 1)
    return text[:at] if chance.random() < 0.7 else text[at:]


DAMAGES: tuple[Damage, ...] = (
    joined, rearranged, indented, headed, broken, lettered, requoted, ended, cut, indented, headed,
    joined, lettered, requoted,
)  # fmt: skip
HEAVY: tuple[Damage, ...] = (lengthened, nested)
"""Those after which a text takes long to read."""


def damaged(text: str, chance: random.Random) -> str:
    """Return the text with one to four damages."""
    for _ in range(chance.randint(1, 4)):
        text = chance.choice(DAMAGES)(text, chance)
    return chance.choice(HEAVY)(text, chance) if chance.random() < 0.05 else text
