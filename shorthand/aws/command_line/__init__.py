"""Whole commands of the AWS CLI: a command line to the JSON for --cli-input-json, and back."""
