//! What the formats of OOXML share: the package of parts, XML by namespace and local name, relationships and properties.

pub(crate) mod members;
pub(crate) mod package;
pub(crate) mod properties;
pub(crate) mod relationships;
pub(crate) mod xml;
