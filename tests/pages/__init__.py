"""What finished pages must hold, read from what a build writes."""
