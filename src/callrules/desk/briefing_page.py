"""A briefing as one HTML page that needs nothing else: light and dark, narrow and wide, and on paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from callrules.desk.briefing import Briefing
from callrules.desk.briefing_lines import Section, heading, sections, standing

STYLE = """
:root { color-scheme: light dark; --ink: #1a202c; --quiet: #5a6675; --paper: #fff; --card: #f6f7f9; --line: #dde2e8;
  --accent: #1f5fa8; --warn: #a3341f; --warn-bg: #fdf0ec }
@media (prefers-color-scheme: dark) { :root { --ink: #e6eaf0; --quiet: #9aa7b5; --paper: #14181d; --card: #1d232a;
  --line: #323b45; --accent: #7db4f0; --warn: #f3a08c; --warn-bg: #33201b } }
* { box-sizing: border-box }
body { margin: 0 auto; padding: 1.2rem; max-width: 72rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.45 system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif; overflow-wrap: anywhere }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 }
h2 { font-size: .78rem; letter-spacing: .06em; text-transform: uppercase; color: var(--quiet); margin: 0 0 .3rem }
p { margin: 0 0 .35rem } p:last-child, li:last-child { margin-bottom: 0 }
ul, ol { margin: 0; padding-left: 1.2rem } li { margin-bottom: .25rem }
header { margin-bottom: 1rem } header p { color: var(--quiet); margin: .15rem 0 0 }
header .ring { color: var(--ink); font-size: 1.15rem; font-weight: 600 } a { color: var(--accent) }
.standing { background: var(--warn-bg); color: var(--warn); border-radius: .5rem; padding: .6rem .8rem;
  margin-bottom: 1rem; font-weight: 600 }
main { columns: 2; column-gap: 1rem }
section { break-inside: avoid; background: var(--card); border: 1px solid var(--line); border-radius: .6rem;
  padding: .7rem .9rem; margin: 0 0 1rem }
.opener { border-left: .3rem solid var(--accent) } .opener p { font-size: 1.2rem; line-height: 1.4 }
.missing, .not_to_say { border-left: .3rem solid var(--warn) } .missing h2, .not_to_say h2 { color: var(--warn) }
.insight p:first-of-type, .why_now p { font-weight: 600 } .insight p + p { color: var(--quiet); font-size: .9rem }
p::first-letter, li::first-letter { text-transform: uppercase }
figure { margin: 0; text-align: center; overflow-x: auto }
@media (max-width: 46rem) { main { columns: 1 } body { padding: .8rem } }
@media print { :root { color-scheme: light; --ink: #000; --quiet: #444; --paper: #fff; --card: #fff; --line: #bbb;
  --accent: #1f5fa8; --warn: #a3341f; --warn-bg: #fff }
  html { font-size: 8.5pt } body { line-height: 1.3; padding: 0; max-width: none }
  main { columns: 2 } section { margin-bottom: .35rem; padding: .3rem .5rem; border-radius: .3rem }
  .opener p { font-size: 1.1em } main { column-gap: .5rem } figure svg { max-height: 6cm } }
@page { margin: 1cm }
"""
PLAIN = frozenset({"why_now", "for_them", "insight", "opener", "objective", "outcome", "voicemail", "note", "closing"})
"""Sections that are read out, or one thought: paragraphs instead of points."""
IN_ORDER = frozenset({"asks", "path", "afterwards"})


def briefing_page(briefing: Briefing, picture: str | None = None) -> str:
    """The page as HTML. `picture` is the map as SVG, drawn by `callrules.pictures.influence_picture`.

    It holds no script and loads nothing. It shows the number to ring: it is for whoever makes the call.
    """
    called, about = heading(briefing)
    parts = [
        "<!doctype html>", '<html lang="en">', '<head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(called)}</title>", f"<style>{STYLE}</style></head>", "<body>",
        f"<header><h1>{escape(called)}</h1><p>{escape(about)}</p>{_ring(briefing)}</header>",
        *_standing(briefing), "<main>", *map(_section, sections(briefing)), *_picture(picture), "</main>",
        "</body></html>",
    ]  # fmt: skip
    return "\n".join(parts) + "\n"


def _ring(briefing: Briefing) -> str:
    number = briefing.call.number if briefing.call else None
    if number is None or not briefing.is_a_call:
        return ""
    own = f" from {briefing.script.ring_from}" if briefing.script.ring_from else ""
    return f'<p class="ring">Ring <a href="tel:{escape(number)}">{escape(number)}</a>{escape(own)}</p>'


def _standing(briefing: Briefing) -> Iterator[str]:
    says = standing(briefing)
    if says:
        yield f'<p class="standing" role="note">{escape(says)}</p>'


def _section(section: Section) -> str:
    return f'<section class="{section.name}"><h2>{escape(section.title)}</h2>{_lines(section)}</section>'


def _lines(section: Section) -> str:
    if section.name in PLAIN or len(section.lines) == 1:
        return "".join(f"<p>{escape(each)}</p>" for each in section.lines)
    return _points("ol" if section.name in IN_ORDER else "ul", section.lines)


def _points(kind: str, lines: Sequence[str]) -> str:
    return f"<{kind}>{''.join(f'<li>{escape(each)}</li>' for each in lines)}</{kind}>"


def _picture(picture: str | None) -> Iterator[str]:
    if picture:
        yield f'<section class="map"><h2>Who moves whom</h2><figure>{picture}</figure></section>'
