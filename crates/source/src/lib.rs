//! Where files come from.
