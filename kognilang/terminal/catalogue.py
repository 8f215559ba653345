"""The commands there are: name, purpose, and how they are grouped in the help."""

GROUPS: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        "Writing",
        (
            ("init", "Make a new workspace with a first procedure"),
            ("check", "Read files and say what is wrong, without running them"),
            ("explain", "Show how every sentence is understood; or what a code means"),
            ("resolve", "Settle sentences that are not understood, one by one"),
            ("test", "Run the examples of procedures, changing nothing"),
            ("format", "Lay procedures out in canonical sentences"),
            ("skills", "Find the phrases that can be used"),
            ("repl", "Try sentences one at a time"),
        ),
    ),
    (
        "Running",
        (
            ("run", "Check a procedure, then run it"),
            ("inbox", "List the questions that wait for someone"),
            ("answer", "Answer a question; the run goes on"),
            ("learnings", "Look at what was learnt from answers, change it, share it"),
            ("resume", "Go on with a run that was interrupted or waits"),
            ("retry", "Do an ended run again from one of its steps"),
            ("cancel", "End a run that is not wanted any more"),
            ("serve", "Keep triggers, timers and workers going"),
        ),
    ),
    (
        "Looking back",
        (
            ("runs", "List the runs"),
            ("show", "Show what a run did, step by step"),
            ("replay", "Go through a run again, forwards and back, doing nothing"),
            ("stats", "Count the runs: straight through, asked, time by skill"),
            ("verify", "Check that the journal was not changed"),
        ),
    ),
    (
        "This command",
        (
            ("doctor", "Say what is configured, reachable and missing"),
            ("completion", "Print the completion script for bash, zsh or fish"),
        ),
    ),
)

SUMMARIES: dict[str, str] = {name: text for _, rows in GROUPS for name, text in rows}

TITLE = "KogniLang runs business procedures written in plain English."


def help_text() -> str:
    """Return the help of the command itself."""
    lines = [TITLE, "", "Usage: kog COMMAND [FILE] [OPTIONS]"]
    for title, rows in GROUPS:
        lines += ["", f"{title}:"]
        lines += [f"  {name:<12}{text}" for name, text in rows]
    lines += [
        "",
        "  kog run pay-invoices.kog          run a procedure",
        "  kog COMMAND --help                the options of a command",
        "  kog --version                     the version",
    ]
    return "\n".join(lines)
