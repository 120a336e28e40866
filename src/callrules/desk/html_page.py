"""A page of figures as HTML that needs nothing else: light and dark, narrow and wide, and on paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

STYLE = """
:root { color-scheme: light dark; --ink: #1a202c; --quiet: #5a6675; --paper: #fff; --card: #f6f7f9; --line: #dde2e8;
  --accent: #1f5fa8 }
@media (prefers-color-scheme: dark) { :root { --ink: #e6eaf0; --quiet: #9aa7b5; --paper: #14181d; --card: #1d232a;
  --line: #323b45; --accent: #7db4f0 } }
* { box-sizing: border-box }
body { margin: 0 auto; padding: 1.2rem; max-width: 80rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.45 system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 } header p { color: var(--quiet); margin: .15rem 0 1rem }
h2 { font-size: 1.05rem; margin: 0 0 .5rem } p { margin: 0 0 .4rem } .below { color: var(--quiet); font-size: .9rem }
main { columns: 2; column-gap: 1rem }
section { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; padding: .8rem 1rem;
  margin: 0 0 1rem; break-inside: avoid } section.wide { column-span: all;
  margin-top: 1rem }
.scroll { overflow-x: auto } table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums }
th, td { padding: .22rem .6rem .22rem 0; text-align: right; vertical-align: top; border-bottom: 1px solid var(--line) }
tr:last-child td { border-bottom: 0 } th { color: var(--quiet); font-weight: 500; font-size: .85rem }
th:first-child, td:first-child { text-align: left } .told td:first-child { text-align: right; font-weight: 600;
  white-space: nowrap } .told td:last-child { text-align: left; width: 99% } td:last-child, th:last-child {
  padding-right: 0 } .wide table:not(.told) td { white-space: nowrap }
figure svg:not(.chart) text { fill: var(--ink) } figure svg:not(.chart) .when { fill: var(--quiet) }
figure svg:not(.chart) rect[fill=white] { fill: var(--card) }
figure { margin: 0 0 .5rem; overflow-x: auto } figure svg { display: block; max-width: 100%; height: auto;
  min-width: 30rem } .shares figure svg { min-width: 46rem }
details { margin-top: .4rem } summary { cursor: pointer; color: var(--accent) }
@media (max-width: 56rem) { main { columns: 1 } body { padding: .8rem } }
@media print { :root { color-scheme: light; --ink: #000; --quiet: #444; --paper: #fff; --card: #fff; --line: #bbb }
  html { font-size: 8.5pt } body { padding: 0; max-width: none } section { break-inside: avoid; padding: .5rem .7rem }
  section.long { break-inside: auto } .scroll, figure { overflow: visible }
  figure svg, .shares figure svg { min-width: 0 } .wide table:not(.told) td { white-space: normal } }
@page { margin: 1.2cm }
"""


def page(title: str, about: str, parts: Iterable[str]) -> str:
    """A whole page. It holds no script and loads nothing."""
    head = [
        "<!doctype html>", '<html lang="en">', '<head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(title)}</title>", f"<style>{STYLE}</style></head>", "<body>",
        f"<header><h1>{escape(title)}</h1><p>{escape(about)}</p></header>", "<main>",
    ]  # fmt: skip
    return "\n".join([*head, *parts, "</main>", "</body></html>"]) + "\n"


def part(title: str, inner: str, kind: str = "", below: str = "") -> str:
    """One part of a page under its title."""
    told = f'<p class="below">{escape(below)}</p>' if below else ""
    return f'<section class="{escape(kind)}"><h2>{escape(title)}</h2>{told}{inner}</section>'


def table(rows: Iterable[Sequence[str]], heads: Sequence[str] = ()) -> str:
    """Rows in columns under their heads; without heads, a figure and its sentence."""
    head = f"<thead><tr>{_cells(heads, 'th')}</tr></thead>" if heads else ""
    body = "".join(f"<tr>{_cells(row, 'td')}</tr>" for row in rows)
    kind = "" if heads else ' class="told"'
    return f'<div class="scroll"><table{kind}>{head}<tbody>{body}</tbody></table></div>'


def figure(picture: str) -> str:
    """A picture, drawn as SVG."""
    return f"<figure>{picture}</figure>"


def _cells(cells: Sequence[str], kind: str) -> str:
    return "".join(f"<{kind}>{escape(cell)}</{kind}>" for cell in cells)
