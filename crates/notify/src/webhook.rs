//! A request to a monitor.

use crate::NotifyError;
use std::time::Duration;

/// How long the whole request may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// Posts JSON to an address.
///
/// # Errors
/// When it is not reached, or answers with an error.
pub fn post(url: &str, json: &str) -> Result<(), NotifyError> {
    let agent: ureq::Agent = ureq::Agent::config_builder()
        .timeout_global(Some(PATIENCE))
        .build()
        .into();
    let sent = agent
        .post(url)
        .header("content-type", "application/json")
        .send(json);
    sent.map(drop).map_err(|error| NotifyError::Server {
        server: host(url).to_owned(),
        reason: error.to_string(),
    })
}

/// The host alone: the rest of the address may hold a secret.
fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let rest = rest.split(['/', '?']).next().unwrap_or(rest);
    rest.rsplit('@').next().unwrap_or(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_secret_in_an_address_is_not_told() {
        assert_eq!(
            host("https://user:pass@hooks.example.org/T0/secret"),
            "hooks.example.org"
        );
        assert_eq!(host("http://127.0.0.1:9?token=x"), "127.0.0.1:9");
    }
}
