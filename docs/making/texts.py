"""Every text of the house, once."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources

from callrules.words.customs import customs_of
from callrules.words.library import Library, Topic, Variant, library
from callrules.words.slots import CONDITIONS, SLOTS
from making.markdown import comma, page, table

CALLS = ("openers", "voicemails", "notes")
NAMES = {"openers": "How it begins", "voicemails": "What is left on a machine", "notes": "What is written"}


def texts_page() -> str:
    """Every text of the house by language and subject, with what each slot and condition is called."""
    intro = (
        "What the house says and writes, by language and by what it is about. "
        "A `$word` is a slot: a sentence of which one is not known falls away.\n"
        "*Needs* and *unless* say what must, and must not, have happened.\n"
        "[A file of your own](../how-to/say-it-yourself.md) adds to these texts, or takes their place."
    )
    slots = (
        f"**Slots:** {comma(sorted(SLOTS.keys() - CONDITIONS.keys()))}.\n\n**Conditions:** {comma(sorted(CONDITIONS))}."
    )
    parts = [part for language in languages() for part in _language(language)]
    return page("The house's texts", intro, slots, *parts, *_manners())


def _manners() -> Iterator[str]:
    """The rules of manners, in the words of the first language that has them."""
    yield "## Manners"
    yield "What the rule `manners` finds, by the id that `Manners(allows=(...))` lets pass."
    known: dict[str, str] = {}
    for language in languages():
        customs = customs_of(language)
        for rule in customs.rules if customs else ():
            known.setdefault(rule.id, rule.says)
    yield table(("id", "what is wrong"), [(f"`{each}`", says) for each, says in known.items()])


def languages() -> list[str]:
    """The languages of the house, English first."""
    names = [each.name for each in resources.files("callrules.words").joinpath("texts").iterdir() if each.is_dir()]
    return sorted(names, key=lambda name: (name != "en", name))


def _language(language: str) -> Iterator[str]:
    texts = library(language)
    if texts is None:
        raise LookupError(f"{language}: found no texts")
    yield f"## {language}"
    yield _phrases(texts)
    for name in sorted(texts.topics):
        yield _topic(language, texts.topics[name])


def _phrases(texts: Library) -> str:
    lines = (f"* `${name}`: {' / '.join(several)}" for name, several in texts.common.items())
    return "Phrases that the texts share; of several the first that is known is taken.\n\n" + "\n".join(lines)


def _topic(language: str, topic: Topic) -> str:
    parts = [f"### {language}: {topic.name}", *(f"*For them:* {each}" for each in topic.for_them)]
    for kind in CALLS:
        variants = getattr(topic, kind)
        if variants:
            parts.append(f"{NAMES[kind]}:\n\n" + "\n".join(map(_variant, variants)))
    parts += _agenda(topic)
    parts += [f"*Mind:* {' '.join(topic.cautions)}"] if topic.cautions else []
    return "\n\n".join(parts)


def _variant(variant: Variant) -> str:
    text = " ¶ ".join(" ".join(sentences) for sentences in variant.paragraphs)
    needs = f" (needs {comma(variant.needs)})" if variant.needs else ""
    unless = f" (unless {comma(variant.unless)})" if variant.unless else ""
    return f"* {text}{needs}{unless}"


def _agenda(topic: Topic) -> Iterator[str]:
    if topic.agenda:
        agenda = topic.agenda
        asks = "; ".join(f"{each.says} (`{each.name}`)" for each in agenda.asks) or "none"
        path = "; ".join(" / ".join(each) for each in agenda.path)
        outcome = " / ".join(agenda.outcome)
        yield f"What it is for: {' / '.join(agenda.objective)} *Asks:* {asks}. *Path:* {path} *Outcome:* {outcome}"
