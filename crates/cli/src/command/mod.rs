//! One file a command.

pub mod config;
pub mod demo;
pub mod explain;
pub mod judge;
pub mod judged;
pub mod link;
pub mod plan;
pub mod rules;
pub mod scan;
pub mod worker;
