//! One file a command.

pub mod config;
pub mod demo;
pub mod diff;
pub mod explain;
pub mod history;
pub mod judge;
pub mod judged;
pub mod link;
pub mod plan;
pub mod rules;
pub mod scan;
pub mod schedule;
pub mod store;
pub mod worker;
