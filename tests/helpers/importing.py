"""Importing a text as a file into a book, as somebody at a terminal would."""

import json

from callrules.cli.book.reading import Book
from callrules.cli.front import run


class Importing:
    """A folder with files, maps and one book."""

    def __init__(self, folder, capsys):
        self.folder, self.book, self._capsys = folder, folder / "book", capsys
        self.code = self.err = None

    def map(self, toml):
        (self.folder / "map.toml").write_text(toml)

    def __call__(self, kind, text, *options, name="file.csv"):
        """The answer for programs; `code` and `err` are kept."""
        path = self.folder / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        own = ("--map", str(self.folder / "map.toml")) if (self.folder / "map.toml").exists() else ()
        told = ["import", kind, str(path), "--into", str(self.book), *own, *options, "--json"]
        self._capsys.readouterr()
        self.code = run(told)
        out, self.err = self._capsys.readouterr()
        return json.loads(out) if out else None

    def person(self, who):
        return Book(self.book).person(who)

    def attempts(self, who):
        _, history = self.person(who)
        return (*history.attempts, *history.inbound)

    def why(self, answer):
        """Why rows were refused: line, column, found, expected."""
        return [(each["line"], each["column"], each["found"], each["expected"]) for each in answer["refusals"]]
