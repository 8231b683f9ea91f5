"""The models of the AWS CLI's commands, built from an installed AWS CLI."""
