//! Validators for Swedish identifiers.
