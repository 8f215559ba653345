"""`kog show`: what a run did, step by step."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace

from kognilang.terminal import exits
from kognilang.terminal.arguments import run_id
from kognilang.terminal.opening import open_session, workspace_of
from kognilang.terminal.screen import Screen, coloured

EXAMPLES = """\
  kog show r1
  kog show r1 55-1203      only the items of that name
  kog show r1 q2           only the item that q2 asks about
  kog show r1 --all        long loops in full
  kog show r1 --verbose    with every moment"""


def describe(parser: ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("run_id", metavar="RUN", type=run_id, help="the run (kog runs lists them)")
    parser.add_argument(
        "item", metavar="ITEM", nargs="*", help="only items with these words, or of this question"
    )
    parser.add_argument("--all", action="store_true", help="all turns of long loops")
    parser.epilog = EXAMPLES


def run(options: Namespace, screen: Screen) -> int:
    """Show the trace, then how the run stands."""
    session = open_session(options, screen, workspace_of(options))
    trace = session.show(options.run_id)
    from kognilang.session.spending import spent, words

    model = spent(session, options.run_id)
    if screen.json:
        if model:
            trace["model"] = model
        screen.document(trace)
        return exits.FINISHED
    from kognilang.terminal.paging import put_paged
    from kognilang.terminal.tracing import Look, lines

    look = Look(
        screen.text_width,
        coloured(sys.stdout),
        options.all,
        screen.verbose,
        " ".join(options.item),
    )
    put_paged(lines(trace, look), screen)
    from kognilang.terminal.summary import answerable, summary

    if look.item:
        return exits.FINISHED
    if model:
        screen.note(words(model) + ".")
    for line in summary(session.view(options.run_id), screen, answerable(session, "")):
        screen.note(line)
    return exits.FINISHED
