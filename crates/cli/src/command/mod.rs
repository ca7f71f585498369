//! One file a command.

pub mod config;
pub mod demo;
pub mod diff;
pub mod explain;
pub mod history;
pub mod plan;
pub mod rules;
pub mod scan;
pub mod schedule;
pub mod store;
pub mod worker;
