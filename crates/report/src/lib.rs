//! Queries over the store, written for people and programs.
