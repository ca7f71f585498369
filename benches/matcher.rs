//! The matcher on prose, csv with many digits, and source-like text; with the shipped rules, and with 100 more.
//!
//! `cargo bench -p sporhund-detect`. The 100 rules are made by [`more_rules`]: 40 shapes of digits, 40 dictionaries of 20 words,
//! 20 regular expressions that begin with a literal.

#[path = "../crates/detect/tests/common/mod.rs"]
mod common;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use sporhund_detect::{
    DocumentHead, Occurrences, RuleSource, Rules, Settings, Values, builtin_sources,
};
use sporhund_model::{Chunk, Event, Origin, Receiver, Segment};
use sporhund_score::synth::random::Random;
use sporhund_score::synth::template::{fill, parse};
use std::collections::BTreeMap;
use std::hint::black_box;

const SIZE: usize = 64 * 1024;

const PROSE: &str = "Nämnden beslutade den {date} att godkänna förslaget och att uppdra åt förvaltningen att återkomma. Kontakta {mail}. \
Det fremgår af sagens akter, at borgeren ikke har modtaget ydelsen i perioden, og at der derfor skal ske udbetaling. \
Kommunen har ansvar för att verksamheten bedrivs enligt lagen (2018:218) och de riktlinjer som fullmäktige har antagit. ";
const TABLE: &str = "{n:10};{n:8};{date};{n:6}-{n:4};{amount};{small};{n:13};{n:7}\n";
const SOURCE: &str = "    let value_{n:2} = parse(0x{hex:8}, \"{hex:8}-{hex:4}-4{hex:3}\")?; // see issue {n:4}\n    assert_eq!(items[{small}].len(), {n:5});\n";

fn text(template: &str) -> String {
    let mut random = Random::new(5);
    let mut text = String::new();
    while text.len() < SIZE {
        text.push_str(&parse(&fill(template, &mut random)).text);
    }
    text
}

/// 100 rules that hit about once in ten thousand bytes together.
fn more_rules() -> Vec<RuleSource> {
    let head = |id: String| {
        format!(
            "id = \"{id}\"\nname = \"{id}\"\ndescription = \"Made for the benchmark.\"\ncategory = \"other\"\nlevel = \"ordinary\"\n\
             confidence = 0.4\nexamples = [\"a\", \"b\"]\nnegative_examples = [\"c\", \"d\"]\n"
        )
    };
    let mut random = Random::new(9);
    let mut sources = Vec::new();
    for number in 0..40 {
        let shape = format!("{} {} {}", 3 + number % 5, 2 + number / 10, 3 + number % 7);
        sources.push(RuleSource {
            file: format!("more/digits{number}.toml"),
            text: format!(
                "{}[candidate]\nkind = \"digits\"\nshapes = [\"{shape}\"]\n",
                head(format!("more.digits{number}"))
            ),
            dictionaries: BTreeMap::new(),
        });
    }
    for number in 0..40 {
        let mut words = String::from("lang,term,strength\n");
        for _ in 0..20 {
            words.push_str("sv,");
            words.extend((0..9).map(|_| char::from(b'a' + random.below(26) as u8)));
            words.push_str(",strong\n");
        }
        let name = format!("words{number}.csv");
        sources.push(RuleSource {
            file: format!("more/words{number}.toml"),
            text: format!(
                "{}[candidate]\nkind = \"words\"\nterms = \"{name}\"\n",
                head(format!("more.words{number}"))
            ),
            dictionaries: BTreeMap::from([(name, words.into())]),
        });
    }
    for number in 0..20 {
        let pattern = format!(
            "Kod{}{}-[0-9]{{4}}",
            char::from(b'A' + number as u8),
            number
        );
        sources.push(RuleSource {
            file: format!("more/regex{number}.toml"),
            text: format!(
                "{}[candidate]\nkind = \"regex\"\npattern = '{pattern}'\n",
                head(format!("more.regex{number}"))
            ),
            dictionaries: BTreeMap::new(),
        });
    }
    sources
}

fn scan(rules: &Rules, settings: &Settings, chunk: &Chunk) -> u64 {
    let mut scanner = rules.scanner(settings);
    scanner.begin(&DocumentHead::default());
    for _ in 0..8 {
        let _ = scanner.receive(Event::Chunk(chunk));
    }
    scanner.finish().occurrences()
}

fn matcher(criterion: &mut Criterion) {
    let shipped = common::rules();
    let mut sources = builtin_sources();
    sources.extend(more_rules());
    let more = Rules::compile(&sources, common::plugins()).expect("the made rules compile");
    let settings = Settings {
        values: Values::Drop,
        occurrences: Occurrences::Samples,
        ..common::settings()
    };
    let mut group = criterion.benchmark_group("matcher");
    group.throughput(Throughput::Bytes(8 * SIZE as u64));
    for (name, template, delimiter) in [
        ("prose", PROSE, None),
        ("table", TABLE, Some(b';')),
        ("source", SOURCE, None),
    ] {
        let text = text(template);
        let chunk = Chunk {
            own: 0..text.len() as u32,
            segments: vec![Segment::default()],
            origin: Some(Origin {
                delimiter,
                ..Origin::default()
            }),
            text,
        };
        for (which, rules) in [("shipped", &shipped), ("with 100 more", &more)] {
            group.bench_with_input(BenchmarkId::new(name, which), &chunk, |bencher, chunk| {
                bencher.iter(|| black_box(scan(rules, &settings, chunk)));
            });
        }
    }
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(20).measurement_time(std::time::Duration::from_secs(3));
    targets = matcher
}
criterion_main!(benches);
