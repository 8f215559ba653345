"""Judging wired: the skills of a run reach the workspace's model through their context."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kognilang.meaning.skill import Judgement
    from kognilang.session.session import Session


def judging(session: Session, run: str) -> Callable[..., Judgement]:
    """Return what judges data for a run; the model is looked for when it is first asked."""

    def judge(*asked: Any) -> Judgement:
        from kognilang.meaning.skill import Problematic
        from kognilang.reasoning.judging import Judge
        from kognilang.reasoning.port import ModelFault
        from kognilang.session.advising import model_of

        try:
            return Judge(model_of(session), run).judge(*asked)
        except ModelFault as fault:
            raise Problematic(fault.message, fault.problem, suggestions=("try again",)) from None

    return judge
