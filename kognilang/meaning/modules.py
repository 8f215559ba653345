"""Loading the Python modules of books by path, each under one stable name."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType


def load_module(path: Path, name: str) -> ModuleType:
    """Import the file under a dotted name, whose packages are the folders around it, so that a
    book's modules can import one another relatively. The same name is imported once.

    Raises whatever the module raises, and FileNotFoundError when it is not there.
    """
    loaded = sys.modules.get(name)
    if loaded is not None:
        return loaded
    package, _, _ = name.rpartition(".")
    if package:
        _package(path.parent, package)
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except BaseException:
        del sys.modules[name]
        raise
    return module


def _package(folder: Path, name: str) -> None:
    if name in sys.modules:
        return
    above, _, _ = name.rpartition(".")
    if above:
        _package(folder.parent, above)
    module = ModuleType(name)
    module.__path__ = [str(folder)]
    sys.modules[name] = module
