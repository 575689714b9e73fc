"""What is wrong or doubtful in a map that can be read: one module per rule, each its own manual."""
