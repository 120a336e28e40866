"""People of an account and who moves whom, told in a line each."""

from callrules.influence import Influence, InfluenceMap, Person


def moves(*told):
    """Influences, each as `ana 0.8 bo` or `ana 0.8 bo they trained together`."""
    parts = [each.split(maxsplit=3) for each in told]
    return [
        Influence(who=who, strength=float(share), whom=whom, why=" ".join(why) or None)
        for who, share, whom, *why in parts
    ]


def a_map(*told, warm=(), decide=(), **more):
    """A map of everybody who is named in these lines."""
    influences = moves(*told)
    ids = dict.fromkeys([*(end for each in influences for end in (each.who, each.whom)), *warm, *decide])
    people = [
        Person(
            id=each,
            role="decision_maker" if each in decide else "unknown",
            takes_our_calls=True if each in warm else None,
        )
        for each in ids
    ]
    return InfluenceMap(people=people, influences=influences, **more)
