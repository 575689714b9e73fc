"""What the commands that write mean, without a command line: names, values, and the edit they amount to."""
