"""Local copies of the sources: their paragraphs and pages, in which quotes are looked up."""
