"""A map for assistants, over the Model Context Protocol; needs the extra ``argmap[mcp]``."""
