//! What office formats share: the package of parts, XML by namespace and local name, relationships, properties, and the
//! flow of paragraphs and tables.

pub(crate) mod custom;
pub(crate) mod flow;
pub(crate) mod formula;
pub(crate) mod grid;
pub(crate) mod looks;
pub(crate) mod members;
pub(crate) mod merges;
pub(crate) mod numbering;
pub(crate) mod package;
pub(crate) mod paragraph;
pub(crate) mod properties;
pub(crate) mod relationships;
pub(crate) mod tables;
pub(crate) mod xml;
