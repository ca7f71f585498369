//! Placeholder.
use crate::error::ReportError;
use crate::messages::Messages;
use sporhund_model::Records;
use std::io::Write;
/// x
#[derive(Default)]
pub struct HtmlOptions {}
/// x
pub fn write_html(
    _: &dyn Records,
    _: &Messages,
    _: &HtmlOptions,
    _: &mut dyn Write,
) -> Result<(), ReportError> {
    Ok(())
}
