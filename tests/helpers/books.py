"""A book in a folder, as a host would have written it."""

import json


def write_book(folder, people, *facts):
    """The folder with a book of these people and facts, which stand there as JSON would have them."""
    folder.mkdir()
    (folder / "contacts.json").write_text(json.dumps(people))
    (folder / "history.jsonl").write_text("".join(json.dumps(each) + "\n" for each in facts))
    return folder
