"""Rules that stand in a file of their own, as an author's do."""

import importlib.util
import sys


def rule_in_a_file(folder, monkeypatch, name, text):
    """Write a module of that name which has a class `Rule`, import it for one test, and give a rule of it."""
    file = folder / f"{name}.py"
    file.write_text(text, encoding="utf-8")
    spec = importlib.util.spec_from_file_location(name, file)
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, name, module)
    spec.loader.exec_module(module)
    return module.Rule()
