"""What an editor or a shell shows about a text: completion, explanation, likely mistakes, enum warnings."""
