"""What the buckets are called."""

import pytest

from argmap.queries.buckets import MEANINGS, Bucket, as_bucket, heading


@pytest.mark.parametrize("bucket", Bucket)
def test_every_spelling_of_a_bucket_is_understood(bucket: Bucket) -> None:
    for spelling in (bucket.value, bucket.option, bucket.words, bucket.words.upper()):
        assert as_bucket(spelling) is bucket


def test_other_words_are_no_buckets() -> None:
    assert as_bucket("closed") is None


@pytest.mark.parametrize("bucket", Bucket)
def test_every_bucket_has_a_meaning_and_a_heading(bucket: Bucket) -> None:
    assert MEANINGS[bucket]
    assert bucket.words in heading(bucket).lower()
