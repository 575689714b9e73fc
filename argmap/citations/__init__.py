"""Works as other programs describe them: the kinds of works, and the items of CSL."""
