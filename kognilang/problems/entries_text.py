"""The catalogue's entries about what was written: files, lines, quotes."""

from __future__ import annotations

from kognilang.problems.entry import Entry

ENTRIES: tuple[Entry, ...] = (
    Entry(
        "KL101",
        "empty-file",
        "There is nothing in the file",
        "The file is empty, or holds only spaces and blank lines. A procedure needs at least "
        "one sentence.",
        right='Say "Good morning."',
    ),
    Entry(
        "KL102",
        "binary-file",
        "The file is not a text",
        "The file is a PDF, a spreadsheet, a picture or a damaged text: it holds signs that no "
        "text has. A procedure is plain text, in a file whose name ends in .kog. To work with "
        "such a file, name it in a sentence of a procedure.",
        right='Read the text of the file "invoice.pdf" as the words.\nShow the words.',
    ),
    Entry(
        "KL103",
        "not-utf8",
        "The file is not saved as UTF-8",
        "Letters such as é, ü and € are stored differently by different programs. Procedures "
        "are stored as UTF-8, which every editor can do: open the file and save it with the "
        "encoding UTF-8 (in some editors: Unicode).",
        right='Say "Café Müller, €12".',
    ),
    Entry(
        "KL104",
        "file-not-found",
        "There is no such file",
        "No file has this name in this folder. The message names the procedures that are "
        "there. On the command line, a name with spaces needs quotes.",
    ),
    Entry(
        "KL105",
        "not-a-file",
        "The name is a folder's",
        "A folder was given where a file is needed. The message names the procedures in it.",
    ),
    Entry(
        "KL106",
        "unreadable-file",
        "The file cannot be read",
        "The system refused to open the file: most often you are not allowed to read it, or "
        "the disk that it is on is not there. The message gives the system's reason.",
    ),
    Entry(
        "KL107",
        "mixed-indentation",
        "Tabs and spaces are mixed",
        "What belongs to a sentence is indented below it. Tabs look wide in one editor and "
        "narrow in another, so where both are used two people can see two different "
        "procedures. Use one of them throughout; four spaces are usual.",
        wrong='If the total is zero:\n    Say "none".\n\tStop.',
        right='If the total is zero:\n    Say "none".\n    Stop.',
    ),
    Entry(
        "KL108",
        "wrong-indentation",
        "A line is indented like no line above it",
        "A line that ends a block comes back to the column of a line above it. This one stands "
        "between two such columns, so it is not clear which block it belongs to.",
        wrong='If the total is zero:\n        Say "Nothing to pay."\n    Stop.',
        right='If the total is zero:\n    Say "Nothing to pay."\n    Stop.',
    ),
    Entry(
        "KL109",
        "unclosed-quote",
        "A text begins and never ends",
        "Every text stands between two quotes. Without the second one it is not clear where "
        "the text ends and the sentence goes on. The message shows where the quote most likely "
        "belongs; a text may go on in the next line only if that line is indented deeper.",
        wrong='Read the spreadsheet "invoices.xlsx as the invoices.',
        right='Read the spreadsheet "invoices.xlsx" as the invoices.',
    ),
    Entry(
        "KL110",
        "unclosed-brace",
        "A value in braces begins and never ends",
        "In a text, braces hold a value that is filled in. Each { needs its }. A brace that is "
        "meant as a brace is written twice.",
        wrong='Say "Dear {the customer\'s name, good morning."',
        right='Say "Dear {the customer\'s name}, good morning."',
    ),
    Entry(
        "KL111",
        "unclosed-parenthesis",
        "A parenthesis opens and is never closed",
        "Parentheses say what is worked out first. Each ( needs its ).",
        wrong="Set the net to (the total minus the discount times 2.",
        right="Set the net to (the total minus the discount) times 2.",
    ),
    Entry(
        "KL112",
        "unclosed-fence",
        "A block of code in a runbook never ends",
        "In a Markdown runbook a block of steps stands between two lines of three backticks. "
        "The second one is missing, so everything down to the end of the file was read as "
        "steps.",
        wrong='# Closing the month\n\n```kog\nSay "closed".',
        right='# Closing the month\n\n```kog\nSay "closed".\n```',
    ),
)
