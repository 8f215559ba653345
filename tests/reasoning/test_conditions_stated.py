"""Conditions that everyday sentences state, in the many words that people have for them."""

from __future__ import annotations

import pytest

from kognilang.reasoning.words.nearest import worked_out
from tests.reasoning.corpus import PLACE, Everyday
from tests.reasoning.score import settling_of

PLOTS = f"""\
A plot has a number (text), a gardener (text), an email address (text), a size (number),
    a rent (money), a deposit (money), a lease end (date), a last inspection (date),
    a complaint count (number), a water meter (text) and a condition (text).
Read the spreadsheet "plots.xlsx" as the plots.
The maximum size is 300.
The rent cap is $120.
The chairman is "chair@garden.example".
The key date is 2026-10-15.
The vacant plots are nothing yet.
The rule book is the file "rules.pdf".
The warning is "Please tidy your plot.".
For each plot:
    Say "{{the plot's number}}".
    {PLACE}

To inspect a plot:
    Say "inspect {{the plot's number}}".

To terminate a plot:
    Set the plot's condition to "terminated".

To renew a plot:
    Say "renew {{the plot's number}}".

To allot a plot to a gardener:
    Set the plot's gardener to the gardener.
"""

COMPLAINTS = f"""\
A complaint has a number (text), a customer (text), a product (text), a handler (text),
    a severity (number), an age (number), a claimed amount (money), a purchase price (money),
    a received date (date), an answer date (date), a channel (text) and a status (text).
Read the spreadsheet "care.xlsx" as the complaints.
The goodwill limit is $75.
The severity threshold is 4.
The quota is 20.
The open count is 0.
The supervisor is "lead@care.example".
The backlog is nothing yet.
The report is the file "weekly.pdf".
For each complaint:
    Say "{{the complaint's number}}".
    {PLACE}

To settle a complaint:
    Set the complaint's status to "settled".

To reject a complaint:
    Set the complaint's status to "rejected".

To escalate a complaint to a handler:
    Set the complaint's handler to the handler.
"""

OF_PLOTS: list[tuple[str, str]] = [
    (
        "Plots bigger than the maximum size have to be inspected.",
        "If the plot's size is more than the maximum size, inspect the plot.",
    ),
    (
        "No gardener on a plot? It goes on the vacant plots.",
        "If the plot's gardener is blank, add the plot to the vacant plots.",
    ),
    (
        'We renew every plot except the ones in the condition "neglected".',
        'If the plot\'s condition is not "neglected", renew the plot.',
    ),
    (
        "Anything smaller than 50 in size isn't worth inspecting, everything else is inspected.",
        "If the plot's size is at least 50, inspect the plot.",
    ),
    (
        "A plot that has had 3 complaints or more is terminated.",
        "If the plot's complaint count is at least 3, terminate the plot.",
    ),
    (
        "As soon as the complaint count hits 5 the plot gets terminated.",
        "If the plot's complaint count is at least 5, terminate the plot.",
    ),
    (
        "If the lease has run out already, put the plot among the vacant plots.",
        "If the plot's lease end is before today, add the plot to the vacant plots.",
    ),
    (
        "Plots whose last inspection was over a year ago need inspecting.",
        "If the plot's last inspection is more than 1 year ago, inspect the plot.",
    ),
    (
        "Hasn't been inspected for more than 6 months? Inspect the plot.",
        "If the plot's last inspection is more than 6 months ago, inspect the plot.",
    ),
    (
        "Last inspection longer than 12 months ago: inspect the plot.",
        "If the plot's last inspection is more than 12 months ago, inspect the plot.",
    ),
    (
        "Rent above the cap is brought down to the rent cap.",
        "If the plot's rent is more than the rent cap, set the plot's rent to the rent cap.",
    ),
    (
        "If the deposit doesn't even cover the rent, terminate the plot.",
        "If the plot's deposit is less than the plot's rent, terminate the plot.",
    ),
    (
        "Where the rent is higher than the deposit, inspect the plot.",
        "If the plot's rent is more than the plot's deposit, inspect the plot.",
    ),
    (
        "Does the plot have a water meter? If so, renew it.",
        "If the plot's water meter is not blank, renew the plot.",
    ),
    (
        "Only plots with a water meter are renewed.",
        "If the plot's water meter is not blank, renew the plot.",
    ),
    (
        'With the condition being "good", the plot is renewed.',
        'If the plot\'s condition is "good", renew the plot.',
    ),
    (
        '"neglected" plots get inspected.',
        'If the plot\'s condition is "neglected", inspect the plot.',
    ),
    (
        'Is the condition "empty"? Then allot the plot to "Ms Reed".',
        'If the plot\'s condition is "empty", allot the plot to "Ms Reed".',
    ),
    (
        'Never renew a plot that is "neglected".',
        'If the plot\'s condition is not "neglected", renew the plot.',
    ),
    (
        'Do not renew the plot as long as its condition is "neglected".',
        'If the plot\'s condition is not "neglected", renew the plot.',
    ),
    (
        "Don't terminate plots of less than 100 in size.",
        "If the plot's size is at least 100, terminate the plot.",
    ),
    (
        "No plot over the maximum size is renewed.",
        "If the plot's size is at most the maximum size, renew the plot.",
    ),
    (
        "Plots from 100 to 200 in size are renewed.",
        "If the plot's size is between 100 and 200, renew the plot.",
    ),
    (
        "Small plots, by which I mean under 80 in size, are renewed without a look.",
        "If the plot's size is less than 80, renew the plot.",
    ),
    (
        'Badly kept plots (condition "neglected") are inspected.',
        'If the plot\'s condition is "neglected", inspect the plot.',
    ),
    (
        'Renew the well kept ones, i.e. those in the condition "good".',
        'If the plot\'s condition is "good", renew the plot.',
    ),
    (
        "Renew the plot provided that there were fewer than 3 complaints.",
        "If the plot's complaint count is less than 3, renew the plot.",
    ),
    (
        "With no complaints at all, that is a complaint count of 0, renew the plot.",
        "If the plot's complaint count is 0, renew the plot.",
    ),
    (
        'Everything except "B12" gets inspected.',
        'If the plot\'s number is not "B12", inspect the plot.',
    ),
    (
        'All plots but those of "Mr Hale" are inspected.',
        'If the plot\'s gardener is not "Mr Hale", inspect the plot.',
    ),
    (
        'Inspect all plots, leaving aside the ones that belong to "Mr Hale".',
        'If the plot\'s gardener is not "Mr Hale", inspect the plot.',
    ),
    (
        'If somebody other than "Mr Hale" is the gardener, inspect the plot.',
        'If the plot\'s gardener is not "Mr Hale", inspect the plot.',
    ),
    (
        "Without an email address we can't write: inspect the plot then.",
        "If the plot's email address is blank, inspect the plot.",
    ),
    (
        "Skip the ones that have no lease end yet.",
        "If the plot's lease end is blank, skip this plot.",
    ),
    (
        "The lease end has still to be entered? Next plot, please.",
        "If the plot's lease end is blank, skip this plot.",
    ),
    ("Plots without a deposit: inspect.", "If the plot's deposit is blank, inspect the plot."),
]

OF_COMPLAINTS: list[tuple[str, str]] = [
    (
        "Complaints older than 14 days go on the backlog.",
        "If the complaint's age is more than 14, add the complaint to the backlog.",
    ),
    (
        "Anything that has been lying around for more than 14 days (age) goes on the backlog.",
        "If the complaint's age is more than 14, add the complaint to the backlog.",
    ),
    (
        "Claims of up to the goodwill limit are settled on the spot.",
        "If the complaint's claimed amount is at most the goodwill limit, settle the complaint.",
    ),
    (
        "Claimed amounts that stay within the goodwill limit: settle the complaint.",
        "If the complaint's claimed amount is at most the goodwill limit, settle the complaint.",
    ),
    (
        'Severity 5 is for "Ms Okoro".',
        'If the complaint\'s severity is 5, escalate the complaint to "Ms Okoro".',
    ),
    (
        'Severity 4 and above is for "Ms Okoro".',
        'If the complaint\'s severity is at least 4, escalate the complaint to "Ms Okoro".',
    ),
    (
        "When the open count has passed the quota, put the complaint on the backlog.",
        "If the open count is more than the quota, add the complaint to the backlog.",
    ),
    (
        "If the quota has been reached by the open count, put the complaint on the backlog.",
        "If the open count is at least the quota, add the complaint to the backlog.",
    ),
    (
        'Those that reached us through the channel "letter" are escalated to "Mr Voss".',
        'If the complaint\'s channel is "letter", escalate the complaint to "Mr Voss".',
    ),
    (
        'Nobody handles it yet? Then escalate the complaint to "Mr Voss".',
        'If the complaint\'s handler is blank, escalate the complaint to "Mr Voss".',
    ),
    (
        'Unhandled ones, so those with no handler, are escalated to "Mr Voss".',
        'If the complaint\'s handler is blank, escalate the complaint to "Mr Voss".',
    ),
    (
        "Complaints that were received before 2026-01-01 are rejected.",
        "If the complaint's received date is before 2026-01-01, reject the complaint.",
    ),
    (
        "Received after 2026-06-30: put the complaint on the backlog.",
        "If the complaint's received date is after 2026-06-30, add the complaint to the backlog.",
    ),
    (
        "No answer date means it's still open, so put the complaint on the backlog.",
        "If the complaint's answer date is blank, add the complaint to the backlog.",
    ),
    (
        "If an answer date is there, settle the complaint.",
        "If the complaint's answer date is not blank, settle the complaint.",
    ),
    (
        'Reject those whose status isn\'t "new" or "open".',
        'If the complaint\'s status is not one of "new" or "open", reject the complaint.',
    ),
    (
        'Reject everything which is neither "new" nor "open".',
        'If the complaint\'s status is not one of "new" or "open", reject the complaint.',
    ),
    (
        'Any status other than "open" means we skip the complaint.',
        'If the complaint\'s status is not "open", skip this complaint.',
    ),
    (
        'Settle the complaint, except where the product is "X100".',
        'If the complaint\'s product is not "X100", settle the complaint.',
    ),
    (
        'Settle the complaint, provided it isn\'t about the product "X100".',
        'If the complaint\'s product is not "X100", settle the complaint.',
    ),
    (
        "In case of a severity of 1, settle it.",
        "If the complaint's severity is 1, settle the complaint.",
    ),
    (
        "For severities below 2, settle the complaint.",
        "If the complaint's severity is less than 2, settle the complaint.",
    ),
    (
        "Trivial matters, severity 1, are settled.",
        "If the complaint's severity is 1, settle the complaint.",
    ),
    (
        "If the report isn't there yet, put the complaint on the backlog.",
        "If the report does not exist, add the complaint to the backlog.",
    ),
    (
        "Unless the report has been saved, put the complaint on the backlog.",
        "If the report does not exist, add the complaint to the backlog.",
    ),
]


@pytest.mark.parametrize(
    ("text", "sentence", "reading"),
    [
        *((PLOTS, *one) for one in OF_PLOTS),
        *((COMPLAINTS, *one) for one in OF_COMPLAINTS),
    ],
)
def test_a_condition_is_read(text: str, sentence: str, reading: str) -> None:
    made = Everyday("made up", text, ("files", "tables", "mail"), sentence, (), False, "")
    settling = settling_of(made)
    found = worked_out(settling, settling.open()[0], 1, loose=True)
    assert [one.trial.meaning for one in found] == [reading]
