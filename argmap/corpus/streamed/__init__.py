"""Tables of statements, attacks and reasons in files, brought into a store without an object for each row."""
