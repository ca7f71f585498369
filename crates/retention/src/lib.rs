//! Whether a file may still lie there: plan, phrases, linking, dossiers, date evidence, verdict. Reads signals, never files.
//!
//! Read in this order: [`phrase`] (what a cell of the plan asks for), [`plan`] (the plan's rows), [`calendar`] (when a
//! period has run out).

pub mod calendar;
pub mod cases;
mod data;
pub mod dates;
mod dossier;
mod fold;
pub mod judge;
mod keyed;
pub mod link;
mod lists;
pub mod mapping;
mod minutes;
pub mod phrase;
pub mod plan;
pub mod signals;
pub mod suggest;
