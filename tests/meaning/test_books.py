"""Books: manifests are fresh, broken books stop nothing, code is imported late."""

import subprocess
import sys
from pathlib import Path

from kognilang.meaning import manifest
from kognilang.meaning.books import Library, standard_folder

WORKSPACE_SKILL = '''
"""A skill of the workspace."""
from kognilang import skill


@skill("greet {name} [with {words}]", effect="none")
def greet(name: str, words: str = "Hello") -> str:
    """Greet somebody."""
    return f"{words}, {name}"
'''


def test_every_standard_manifest_is_fresh():
    for code in sorted(standard_folder().glob("*/skills.py")):
        kept = (code.parent / manifest.FILE).read_text(encoding="utf-8")
        assert kept == manifest.book_manifest(code.parent), f"{code.parent.name}: make it again"


def test_a_manifest_says_what_its_text_says():
    for code in sorted(standard_folder().glob("*/skills.py")):
        text = (code.parent / manifest.FILE).read_text(encoding="utf-8")
        assert manifest.to_json(manifest.from_json(text)) == text


def test_books_are_known_without_importing_them():
    code = (
        "import sys; from kognilang.meaning.books import Library; Library.load();"
        "print([m for m in sys.modules if m.startswith('kognilang_stdlib')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_workspace_brings_its_own_skills(tmp_path: Path):
    (tmp_path / "skills").mkdir()
    (tmp_path / "skills" / "hello.py").write_text(WORKSPACE_SKILL)
    library = Library.load(tmp_path)
    info = library.skills["hello.greet"]
    assert [slot.name for slot in info.slots] == ["name", "words"]
    assert info.yields == "text"
    assert library.function("hello.greet")("Bob") == "Hello, Bob"
    assert not (tmp_path / ".kognilang").exists()


def test_the_manifest_of_a_workspace_is_kept_by_content(tmp_path: Path):
    (tmp_path / "skills").mkdir()
    (tmp_path / ".kognilang").mkdir()
    code = tmp_path / "skills" / "hello.py"
    code.write_text(WORKSPACE_SKILL)
    Library.load(tmp_path)
    assert (tmp_path / ".kognilang" / "skills.json").is_file()
    code.write_text(WORKSPACE_SKILL.replace("greet {name}", "salute {name}"))
    assert Library.load(tmp_path).skills["hello.greet"].phrases == ("salute {name} [with {words}]",)


def test_a_broken_book_is_told_and_stops_nothing(tmp_path: Path):
    (tmp_path / "skills").mkdir()
    (tmp_path / "skills" / "broken.py").write_text("import nothing_of_that_name")
    (tmp_path / "skills" / "hello.py").write_text(WORKSPACE_SKILL)
    library = Library.load(tmp_path)
    assert "hello.greet" in library.skills
    [fault] = library.faults
    assert "broken.py" in fault
    assert "nothing_of_that_name" in fault


def test_a_wording_with_a_slot_that_is_no_parameter_is_told(tmp_path: Path):
    (tmp_path / "skills").mkdir()
    (tmp_path / "skills" / "odd.py").write_text(WORKSPACE_SKILL.replace("{name}", "{nobody}"))
    [fault] = Library.load(tmp_path).faults
    assert "{nobody}" in fault


def test_a_plugin_is_found_by_its_entry_point(tmp_path: Path, monkeypatch):
    (tmp_path / "greeting_book.py").write_text(WORKSPACE_SKILL)
    about = tmp_path / "greeting_book-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: greeting-book\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text("[kognilang.skills]\ngreeting = greeting_book\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    library = Library.load()
    assert library.function("greeting.greet")("Ann", "Hi") == "Hi, Ann"
