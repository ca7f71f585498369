//! Validators for Danish identifiers.
