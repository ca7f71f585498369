//! Mail over SMTP.

use crate::NotifyError;
use lettre::message::{Mailbox, header::ContentType};
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Tls as Wire, TlsParameters};
use lettre::{Message, SmtpTransport, Transport};
use std::time::Duration;

/// How long a server may take for one answer.
const PATIENCE: Duration = Duration::from_secs(30);

/// How a connection is protected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tls {
    /// Plain at first, then TLS; refused where the server cannot.
    #[default]
    StartTls,
    /// TLS from the start.
    Whole,
    /// None: for a relay on the same machine.
    None,
}

impl Tls {
    fn port(self) -> u16 {
        match self {
            Tls::StartTls => 587,
            Tls::Whole => 465,
            Tls::None => 25,
        }
    }
}

/// A mail server.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Server {
    /// Its name.
    pub host: String,
    /// Its port; `None` is the usual one of the protection.
    pub port: Option<u16>,
    /// How the connection is protected.
    pub tls: Tls,
    /// User and password, where it asks for them.
    pub login: Option<(String, String)>,
}

/// A mail of plain text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mail {
    /// Who sends it.
    pub from: String,
    /// Who gets it.
    pub to: Vec<String>,
    /// Its subject.
    pub subject: String,
    /// Its text.
    pub text: String,
}

/// Sends a mail.
///
/// # Errors
/// [`NotifyError`].
pub fn send(server: &Server, mail: &Mail) -> Result<(), NotifyError> {
    let message = message(mail)?;
    let failed = |error: lettre::transport::smtp::Error| NotifyError::Server {
        server: server.host.clone(),
        reason: error.to_string(),
    };
    let parameters = || TlsParameters::new(server.host.clone()).map_err(failed);
    let wire = match server.tls {
        Tls::StartTls => Wire::Required(parameters()?),
        Tls::Whole => Wire::Wrapper(parameters()?),
        Tls::None => Wire::None,
    };
    let mut builder = SmtpTransport::builder_dangerous(&server.host)
        .port(server.port.unwrap_or(server.tls.port()))
        .timeout(Some(PATIENCE))
        .tls(wire);
    if let Some((user, password)) = &server.login {
        builder = builder.credentials(Credentials::new(user.clone(), password.clone()));
    }
    builder.build().send(&message).map(drop).map_err(failed)
}

fn message(mail: &Mail) -> Result<Message, NotifyError> {
    let mut builder = Message::builder()
        .from(address(&mail.from)?)
        .subject(&mail.subject)
        .header(ContentType::TEXT_PLAIN);
    for to in &mail.to {
        builder = builder.to(address(to)?);
    }
    let built = builder.body(mail.text.clone());
    built.map_err(|error| NotifyError::Message(error.to_string()))
}

fn address(text: &str) -> Result<Mailbox, NotifyError> {
    text.parse()
        .map_err(|_| NotifyError::Address(text.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_that_is_none_is_told() {
        let mail = Mail {
            from: "sporhund".into(),
            ..Mail::default()
        };
        let sent = send(&Server::default(), &mail);
        assert!(matches!(sent, Err(NotifyError::Address(text)) if text == "sporhund"));
    }
}
