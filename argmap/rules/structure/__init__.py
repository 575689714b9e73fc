"""Relations that defeat themselves or lead nowhere."""
