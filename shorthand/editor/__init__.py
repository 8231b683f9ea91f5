"""Help for editors and shells: completion, explanation, likely mistakes, enum warnings."""
