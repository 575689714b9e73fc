"""From a graph to pictures: DOT text, the layout engine, and SVG, PNG and PDF files."""
