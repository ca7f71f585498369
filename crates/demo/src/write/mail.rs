//! Mails.

use crate::DemoError;
use crate::document::Document;
use crate::share::seconds_of;
use crate::write;
use mail_builder::MessageBuilder;
use mail_builder::headers::content_type::ContentType;
use mail_builder::mime::MimePart;

/// A mail with its attachments. What is planted in it becomes part of `document`.
pub(crate) struct Mail<'a> {
    /// Sender, receiver.
    pub(crate) from: String,
    pub(crate) to: String,
    /// Its text, its subject and its date.
    pub(crate) document: &'a Document,
    /// Named attachments.
    pub(crate) attachments: Vec<(String, Vec<u8>)>,
}

/// The mail as bytes. Boundary and message id are fixed: the builder would take them from the clock.
pub(crate) fn message(mail: &Mail<'_>) -> Result<Vec<u8>, DemoError> {
    let day = mail.document.created.unwrap_or(mail.document.modified);
    let seconds = seconds_of(day) + 9 * 3600;
    let body = write::text::plain(mail.document);
    let mut parts = vec![MimePart::new("text/plain", body)];
    for (name, bytes) in &mail.attachments {
        let part = MimePart::new("application/octet-stream", bytes.clone());
        parts.push(part.attachment(name.clone()));
    }
    let kind = ContentType::new("multipart/mixed").attribute("boundary", "=_demo_boundary_1");
    MessageBuilder::new()
        .message_id(format!("{seconds}.demo"))
        .from(mail.from.as_str())
        .to(mail.to.as_str())
        .subject(mail.document.title.as_str())
        .date(seconds)
        .body(MimePart::new(kind, parts))
        .write_to_vec()
        .map_err(|fault| DemoError::format("eml", &fault))
}
