"""Running: pure steps a second against a bare loop, and a long `for each` against Robot."""

from __future__ import annotations

import importlib.util
import tempfile
from decimal import Decimal
from pathlib import Path

from bench.timing import PYTHON, Line, command, paired, seconds
from kognilang.session import Session

ITEMS = 10_000
STEPS = 3 * ITEMS
"""Steps of the loop's body that are done: a comparison, an addition, a setting."""

LOOP = f"""\
The total is 0.
The last is 0.
For each number from 1 to {ITEMS}:
    Make sure the number is more than 0.
    Add the number to the total.
    Set the last to the number.
Say "{{the total}}"
"""

ROBOT = f"""\
*** Test Cases ***
Loop
    ${{total}}=    Set Variable    ${{0}}
    FOR    ${{number}}    IN RANGE    1    {ITEMS + 1}
        Should Be True    $number > 0
        ${{total}}=    Evaluate    $total + $number
        ${{last}}=    Set Variable    ${{number}}
    END
    Log To Console    ${{total}}
"""


def bare() -> Decimal:
    """The same with Python's decimals and nothing kept."""
    total = last = Decimal(0)
    for value in range(1, ITEMS + 1):
        number = Decimal(value)
        if not number > 0:
            raise ValueError(number)
        total += number
        last = number
    return total + last - last


def measure() -> list[Line]:
    """Return the lines of this part of the report."""
    lines = []
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "loop.kog")
        file.write_text(LOOP, encoding="utf-8")
        said: list[str] = []

        def ours() -> None:
            said.clear()
            session = Session(Path(folder), no_input=True, out=said.append)
            session.start(file, {})
            session.close()
            assert said == [str(bare())], said

        run, loop = paired(ours, bare, 3)
        lines.append(Line("pure steps, journaled", STEPS / run, "bare Python", STEPS / loop, "/s"))
        # The promise is held against the least of several runs: what else runs only adds to it.
        least = min(seconds(ours) for _ in range(5))
        lines.append(Line("a pure step, its trace kept", least / STEPS, "the promise", 1e-5, "s"))
        if importlib.util.find_spec("robot") is not None:
            kog = str(Path(PYTHON).with_name("kog"))
            robot_file = Path(folder, "loop.robot")
            robot_file.write_text(ROBOT, encoding="utf-8")
            outputs = ("--output", "NONE", "--log", "NONE", "--report", "NONE")
            robot = command(PYTHON, "-m", "robot", *outputs, str(robot_file), cwd=folder)
            run, loop = paired(command(kog, "run", str(file), cwd=folder), robot, 1)
            lines.append(Line("kog run, 10,000 x 3 steps", run, "Robot Framework", loop, "s"))
    return lines
