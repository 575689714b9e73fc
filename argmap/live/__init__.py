"""Following a map while somebody changes it, and serving its page; needs the extra ``argmap[live]``."""
