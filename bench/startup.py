"""Start-up: `kog --version` and a three-step file against a bare Python and Robot Framework."""

from __future__ import annotations

import importlib.util
import tempfile
from pathlib import Path

from bench.timing import PYTHON, Line, command, paired

THREE_STEPS = 'The total is 12.\nAdd 30 to the total.\nSay "The total is {the total}."\n'

THREE_KEYWORDS = """\
*** Test Cases ***
Three keywords
    ${total}=    Set Variable    ${12}
    ${total}=    Evaluate    $total + 30
    Log To Console    The total is ${total}.
"""


def measure() -> list[Line]:
    """Return the lines of this part of the report."""
    lines = []
    kog = str(Path(PYTHON).with_name("kog"))
    bare = command(PYTHON, "-c", "pass")
    version, python = paired(command(kog, "--version"), bare, 9)
    lines.append(Line("kog --version", version, "python -c pass", python, "s"))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "three.kog")
        file.write_text(THREE_STEPS, encoding="utf-8")
        run = command(kog, "run", str(file), cwd=folder)
        three, python = paired(run, bare, 9)
        lines.append(Line("kog run, three steps", three, "python -c pass", python, "s"))
        if importlib.util.find_spec("robot") is None:
            print("Robot Framework is not installed: `make bench` installs it.")
        else:
            robot_file = Path(folder, "three.robot")
            robot_file.write_text(THREE_KEYWORDS, encoding="utf-8")
            outputs = ("--output", "NONE", "--log", "NONE", "--report", "NONE")
            robot = command(PYTHON, "-m", "robot", *outputs, str(robot_file), cwd=folder)
            three, keywords = paired(run, robot, 9)
            lines.append(Line("kog run, three steps", three, "Robot's keywords", keywords, "s"))
    return lines
