"""The AWS CLI: the models of its commands, its reference pages, and whole command lines."""
