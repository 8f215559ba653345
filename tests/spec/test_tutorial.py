"""The tutorial shows what really happens, and can be read in the time that it promises."""

from __future__ import annotations

from tests.samples.transcript import undated
from tests.spec.tutorial import PAGE, played


def test_every_command_prints_what_the_page_shows():
    found = list(played(PAGE.read_text(encoding="utf-8")))
    assert len(found) >= 8
    for block, shown in found:
        assert shown == undated(block[3])


def test_what_the_reader_should_guess_is_made_of_sentences_that_they_have_seen():
    page = PAGE.read_text(encoding="utf-8")
    taught, _, own = page.partition("## The next page is yours")
    swaps = {
        "requests": "expenses", "request": "expense", "granted": "approved", "grant": "pay",
        "long": "large",
    }  # fmt: skip
    solution = own.partition("```kog holiday.kog\n")[2].partition("```")[0]
    for line in solution.splitlines():
        words = line.strip()
        if words.startswith(("#", "Say", "A request")) or not words:
            continue
        for new, old in swaps.items():
            words = words.replace(new, old)
        assert words in taught, line
