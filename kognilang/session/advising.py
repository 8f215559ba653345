"""Advising: the workspace's model, where there is one, wired to those who ask it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kognilang.reasoning.port import ModelFault
from kognilang.settings import BadSettings

if TYPE_CHECKING:
    from kognilang.reasoning.composing import Composer
    from kognilang.reasoning.config import ModelSettings
    from kognilang.reasoning.model import WorkspaceModel
    from kognilang.reasoning.repairing import Repairer
    from kognilang.reasoning.translating import Translator
    from kognilang.session.session import Session

__all__ = ["HOW", "ModelFault", "composer_of", "has_model", "model_of", "repairer_of",
           "settings_of", "translator_of"]  # fmt: skip

HOW = (
    'Set OPENAI_API_KEY (and OPENAI_BASE_URL for a server of your own), and name = "…" under '
    "[model] in kognilang.toml."
)
"""How a model is set up."""


def settings_of(session: Session) -> ModelSettings:
    """Return what the settings say of the model; off where the session was told so.

    The file is read anew, so that a budget that is raised while a run waits counts at once.
    Raises BadSettings.
    """
    from kognilang.reasoning.config import model_settings
    from kognilang.settings import FILE, load_settings

    here = (session.workspace / FILE).is_file()
    found = model_settings((load_settings(session.workspace) if here else session.settings).raw)
    found.off = found.off or session.no_model
    return found


def has_model(session: Session) -> bool:
    """Tell whether there is a model to ask. Raises BadSettings."""
    return settings_of(session).configured


def model_of(session: Session) -> WorkspaceModel:
    """Return the model of the session's workspace. Raises ModelFault where there is none."""
    from kognilang.reasoning.model import WorkspaceModel

    try:
        settings = settings_of(session)
    except BadSettings as fault:
        raise ModelFault(str(fault), "model-not-set-up") from None
    if not settings.configured:
        why = (
            "No model may be asked (--no-model)." if settings.off else f"No model is set up. {HOW}"
        )
        raise ModelFault(why, "model-not-set-up")
    if session.adviser is None or session.adviser.settings != settings:
        session.adviser = WorkspaceModel(session.workspace, settings)
        session.adviser.show_to(session.watch)
    return session.adviser


def translator_of(session: Session) -> Translator:
    """Return who translates sentences. Raises ModelFault where there is no model."""
    from kognilang.reasoning.translating import Translator

    model = model_of(session)
    return Translator(model, model.settings)


def composer_of(session: Session) -> Composer:
    """Return who proposes procedures. Raises ModelFault where there is no model."""
    from kognilang.reasoning.composing import Composer

    model = model_of(session)
    return Composer(model, model.settings)


def repairer_of(session: Session) -> Repairer:
    """Return who suggests answers. Raises ModelFault where there is no model."""
    from kognilang.reasoning.repairing import Repairer

    model = model_of(session)
    return Repairer(model, model.settings)
