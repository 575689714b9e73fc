"""Maps of the same material: one beside a key, and several beside each other."""
