"""The document of ``argmap agree --json``."""

from collections.abc import Sequence

from argmap.queries.comparing.agree import Agreement
from argmap.report.documents import Document, document

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
                "agreed": one.agreed,
                "kappa": _rounded(one.kappa),
                "mean_kappa": _rounded(one.mean_kappa),
                "alpha": _rounded(one.alpha),
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
    )


def _rounded(number: float | None) -> float | None:
    return None if number is None else round(number, _DIGITS)
