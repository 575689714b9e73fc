"""The document of ``argmap agree --json``."""

from collections.abc import Sequence

from argmap.queries.comparing.agree import Agreement, Difference
from argmap.report.agree import holder
from argmap.report.documents import Document, document, place_document

_DIGITS = 4


def agreement_document(
    agreement: Agreement, names: Sequence[str], incomplete: Sequence[str] = ()
) -> Document:
    """Describe how far annotators agree.

    Args:
        agreement: what was found.
        names: what the maps are called.
        incomplete: the maps that have errors, so that only a part of them was compared.
    """
    return document(
        "agree",
        maps=list(names),
        incomplete=list(incomplete),
        statements=agreement.total,
        common=agreement.common,
        **{
            name: {
                "units": one.units,
                "complete": one.complete,
                "agreed": one.agreed,
                "kappa": _rounded(one.kappa),
                "mean_kappa": _rounded(one.mean_kappa),
                "alpha": _rounded(one.alpha),
                "used": one.used,
            }
            for name, one in agreement.respects.items()
        },
        pairs=[
            {
                "maps": [names[pair.first], names[pair.second]],
                "aligned": len(agreement.between[pair.first, pair.second].pairs),
                "doubtful": len(agreement.between[pair.first, pair.second].doubtful),
                "roles": _rounded(pair.roles),
                "relations": _rounded(pair.relations),
                "kinds": _rounded(pair.kinds),
                "shared": _rounded(pair.shared),
                "cass_kappa": _rounded(pair.cass_kappa),
                "cass_f1": _rounded(pair.cass_f1),
                "general": _rounded(pair.general),
                "focused": [_rounded(pair.focused), _rounded(pair.focused_back)],
            }
            for pair in agreement.pairs
        ],
        differences=[_difference(agreement, names, one) for one in agreement.differences],
        partial=[
            [
                {
                    "map": names[at],
                    "statement": own,
                    "location": place_document(agreement.maps[at].locations.get(own)),
                }
                for at, own in enumerate(ids)
                if own is not None
            ]
            for ids in agreement.partial
        ],
    )


def _difference(agreement: Agreement, names: Sequence[str], one: Difference) -> Document:
    return {
        "respect": one.respect,
        "doubtful": one.is_doubtful,
        "said": [
            {
                "map": names[at],
                "statements": ids,
                "category": rating,
                "location": place_document(agreement.maps[at].locations.get(holder(one, ids, rating))),
            }
            for at, (ids, rating) in enumerate(zip(one.nodes, one.ratings, strict=True))
            if ids is not None and rating is not None
        ],
    }


def _rounded(number: float | None) -> float | None:
    return None if number is None else round(number, _DIGITS)
