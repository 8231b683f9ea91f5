"""The command `shorthand`: one module per subcommand, and what several of them share."""
