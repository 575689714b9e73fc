"""Following a map while somebody changes it; needs the extra ``argmap[live]``."""
