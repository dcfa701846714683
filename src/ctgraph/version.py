"""The version of the software; the one place that says it."""

VERSION = "0.1.0"
