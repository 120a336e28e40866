import re
import sys

import pytest
from pages import PAGES, ROOT, blocks, forget_what_came_from, headings, name_of, prose
from sybil import Document

LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
every_page = pytest.mark.parametrize("page", PAGES, ids=map(name_of, PAGES))


@pytest.fixture
def an_empty_folder(tmp_path, monkeypatch):
    """To work in and to import from; what was imported from it is forgotten afterwards."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(tmp_path)
    known = set(sys.modules)
    yield
    forget_what_came_from(tmp_path, since=known)


@every_page
@pytest.mark.usefixtures("an_empty_folder")
def test_what_a_page_shows_is_what_happens(page):
    document = Document.parse(str(page), blocks)
    document.namespace["__name__"] = "page"
    for example in document.examples():
        example.evaluate()


@every_page
def test_links_lead_somewhere(page):
    lost = [link for link in LINK.findall(prose(page)) if "://" not in link and not leads_somewhere(page, link)]
    assert not lost


def leads_somewhere(page, link):
    path, _, anchor = link.partition("#")
    target = (page.parent / path).resolve() if path else page
    return target.exists() and (not anchor or anchor in map(slug, headings(target)))


def slug(heading):
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def test_every_page_can_be_found_from_the_index():
    seen, to_read = set(), [ROOT / "docs" / "index.md"]
    while to_read:
        page = to_read.pop()
        if page not in seen:
            seen.add(page)
            to_read += [
                page.parent.joinpath(link.split("#")[0]).resolve()
                for link in LINK.findall(prose(page))
                if ".md" in link
            ]
    assert {page for page in PAGES if "docs" in page.parts} <= seen


def test_the_readme_is_no_longer_than_two_screens():
    assert len((ROOT / "README.md").read_text("utf-8").splitlines()) <= 100


@every_page
def test_a_page_names_nobodys_machine(page):
    assert not re.search(r"/(?:home|work|root|Users)/|\.\./shared", page.read_text("utf-8"))
