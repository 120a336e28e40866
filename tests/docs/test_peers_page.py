"""The page of other engines tells what was measured last, of the engines that the benchmark has."""

import re

from peers import page
from peers.measuring import GATE, PEERS
from peers.rules import EIGHT


def test_the_page_and_its_picture_are_written_from_the_figures_that_are_kept():
    assert page.PAGE.read_text("utf-8") == page.written(page.PAGE.read_text("utf-8"), page.kept())
    assert page.PICTURE.read_text("utf-8") == page.picture(page.kept())


def test_the_table_has_the_engines_that_the_benchmark_has():
    told = re.findall(r"^\| ([^|*]+) \| [\w-]+ \d", page.PAGE.read_text("utf-8"), re.MULTILINE)
    assert told == [peer.name for peer in PEERS if peer.package]
    assert [line["name"] for line in page.kept()["lines"]] == [peer.name for peer in PEERS]
    assert page.kept()["gate"]["name"] == GATE


def test_figures_are_ratios_and_nobodys_seconds():
    assert set(page.kept()) == {"people", "rounds", "lines", "ours", "gate"}
    assert not re.search(r"\d ?(?:µs|ms|s)\b", page.PAGE.read_text("utf-8"))


def test_the_rules_that_are_compared_are_eight():
    assert len(EIGHT) == 8
