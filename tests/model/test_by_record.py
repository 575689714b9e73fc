"""What is worked out of a record is worked out once, as long as the record is there."""

from argmap.model import Claim
from argmap.model.by_record import ByRecord


def test_only_new_records_are_looked_at() -> None:
    looked: list[str] = []

    def work_out(claim: Claim) -> int:
        looked.append(claim.id)
        return len(claim.text or "")

    lengths = ByRecord(work_out)
    one, two, three = (Claim(id=name, text=name * 3) for name in ("a", "bb", "ccc"))
    assert lengths.of([one, two]) == [3, 6]
    assert lengths.of([three, two]) == [9, 6]
    assert lengths.of([two, two, one]) == [6, 6, 3]
    assert looked == ["a", "bb", "ccc", "a"]
