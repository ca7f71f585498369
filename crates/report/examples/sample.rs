//! Writes sample reports to look at: `cargo run -p sporhund-report --example sample -- FOLDER`.
#![allow(clippy::unwrap_used)]

#[path = "../tests/sample/mod.rs"]
mod sample;

use sporhund_report::{
    HtmlOptions, HumanOptions, Language, Messages, ReportError, write_html, write_human,
};
use std::fs::File;
use std::io;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args().nth(1).unwrap_or_else(|| "/tmp".to_owned());
    let all = [
        ("report-sample.html", sample::whole(300), Language::Swedish),
        (
            "report-broken-off.html",
            sample::broken_off(300),
            Language::Danish,
        ),
        (
            "report-controllers.html",
            sample::two_controllers(300),
            Language::English,
        ),
        ("report-empty.html", sample::whole(0), Language::English),
    ];
    for (name, sample, language) in all {
        let mut file = File::create(format!("{folder}/{name}"))?;
        write_html(
            &sample,
            &Messages::load(language),
            &HtmlOptions::default(),
            &mut file,
        )?;
    }
    human().map_err(Into::into)
}

fn human() -> Result<(), ReportError> {
    let messages = Messages::load(Language::English);
    write_human(
        &sample::broken_off(300),
        &messages,
        &HumanOptions::default(),
        &mut io::stdout(),
    )
}
