"""Read what shells hand to programs, in scripts and documents."""
