//! The program as its users run it: one process each, in a folder of its own.
#![allow(clippy::unwrap_used)]

mod bad_input;
mod crash;
mod demo;
mod guest;
mod help;
mod leaks;
mod messages;
mod operations;
mod output;
mod plants;
mod program;
mod rules;
mod state;
mod verdicts;
