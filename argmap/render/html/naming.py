"""Ids inside the page. A colon can stand in no id of a map, so that these never clash with its own."""


def outline_id(key: str) -> str:
    """Name the place of a statement in the outline."""
    return f"o:{key}"
