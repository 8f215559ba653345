"""The one place that wires the stages together: reading, meaning, running and asking.

session = Session(Path("."))
view = session.start(Path("pay.kog"))
"""

from kognilang.session.session import Session
from kognilang.session.views import AnswerOutcome, Checked, Count, RunView

__all__ = ["AnswerOutcome", "Checked", "Count", "RunView", "Session"]
