"""Importing the values stays light: what is heavy is imported when it is first needed."""

import subprocess
import sys

HEAVY = ("whenever", "holidays", "babel", "zoneinfo", "difflib", "json", "sqlalchemy", "lark")


def test_operations_import_nothing_heavy() -> None:
    code = (
        "import sys, kognilang.values.operations, kognilang.values.fields, kognilang.values.coding;"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_reading_and_running_need_no_standard_data_classes() -> None:
    # With `inspect` behind them they take as long as all the rest of a short run's imports.
    code = (
        "import sys, kognilang.language.reading, kognilang.meaning.understanding,"
        "kognilang.running.machine, kognilang.session;"
        "print([name for name in ('dataclasses', 'inspect') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_no_later_package_is_imported() -> None:
    code = (
        "import sys, kognilang.values.operations, kognilang.values.explaining;"
        "print([name for name in sys.modules if name.startswith(('kognilang.language',"
        "'kognilang.meaning', 'kognilang.running', 'kognilang.journal'))])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
