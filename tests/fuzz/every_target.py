"""Every module of fuzz targets. Importing it fills the list of targets."""

from tests.fuzz import (
    aws_targets,
    command_target,
    integration_targets,
    lint_targets,
    shape_checks,
    targets,
    type_targets,
)

MODULES = (aws_targets, command_target, integration_targets, lint_targets, shape_checks, targets, type_targets)
