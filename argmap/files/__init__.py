"""Files to records: find them, read them with places, write them whole."""
