//! Writes made-up text, csv and logs for measuring speed: `cargo run --release -p sporhund-detect --example generate -- DIR MEGABYTES`.
//!
//! A third each of prose, csv with many digits, and server logs. An identifier stands about once in 4 kB, as on shares where
//! most files hold none.

use sporhund_score::synth::random::Random;
use sporhund_score::synth::template::{fill, parse};
use std::fs::File;
use std::io::{BufWriter, Result, Write};
use std::path::Path;

const PROSE: &[&str] = &[
    "Nämnden beslutade den {date} att godkänna förslaget och att uppdra åt förvaltningen att återkomma med en plan. ",
    "Ansökan har kommit in från {namn} i {ort} och avser stöd under hösten, enligt vad som framgår av bilagan. ",
    "Kommunen har ansvar för att verksamheten bedrivs enligt lagen (2018:218) och de riktlinjer som fullmäktige har antagit. ",
    "Kostnaden uppgår till {amount} kronor, vilket ryms inom den beslutade ramen för året. ",
    "Kommunen har truffet afgørelse den {date:da}, og sagen er sendt til høring hos de berørte parter i {by}. ",
    "Det fremgår af sagens akter, at borgeren ikke har modtaget ydelsen i perioden, og at der derfor skal ske udbetaling. ",
    "Mötet öppnades klockan {time} i sal {small}, och ordföranden hälsade alla välkomna till årets första sammanträde. ",
];
const RARE: &[&str] = &[
    "Personnummer {pnr:h} är kontrollerat. ",
    "CPR-nr. {cpr:h} er registreret. ",
    "Kontakta {mail} eller ring {tel:h}. ",
];
const CSV: &str = "{n:10};{n:8};{date};{n:6}-{n:4};{amount};{small};{n:13};{n:7}\n";
const CSV_RARE: &str = "{pnr:b};{n:8};{date};{n:6}-{n:4};{amount};{small};{n:13};{n:7}\n";
const LOG: &str = "{date}T{time}:12.{n:3}Z INFO web request id={hex:8}-{hex:4}-4{hex:3}-a{hex:3}-{hex:12} path=/api/v2/items/{n:7} status=200 bytes={n:6} ms={n:3}\n";
const LOG_RARE: &str = "{date}T{time}:12.{n:3}Z WARN login failed user={mail} ip={ip}\n";

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().collect();
    let folder = arguments.get(1).map_or("speed", String::as_str);
    let megabytes: usize = arguments
        .get(2)
        .and_then(|text| text.parse().ok())
        .unwrap_or(1000);
    std::fs::create_dir_all(folder)?;
    let mut random = Random::new(17);
    let kinds: [(&str, &[&str], &[&str], u32); 3] = [
        ("prose.txt", PROSE, RARE, 40),
        ("table.csv", &[CSV], &[CSV_RARE], 60),
        ("server.log", &[LOG], &[LOG_RARE], 30),
    ];
    for (name, usual, rare, often) in kinds {
        write(
            &Path::new(folder).join(name),
            megabytes * 1_000_000 / 3,
            &mut |to: &mut String| {
                let templates = if random.below(often) == 0 {
                    rare
                } else {
                    usual
                };
                let template = *random.pick(templates);
                to.push_str(&parse(&fill(template, &mut random)).text);
                if name == "prose.txt" && random.below(6) == 0 {
                    to.push_str("\n\n");
                }
            },
        )?;
    }
    Ok(())
}

fn write(path: &Path, size: usize, next: &mut dyn FnMut(&mut String)) -> Result<()> {
    let mut to = BufWriter::new(File::create(path)?);
    let mut written = 0;
    let mut text = String::new();
    while written < size {
        text.clear();
        next(&mut text);
        to.write_all(text.as_bytes())?;
        written += text.len();
    }
    to.flush()
}
