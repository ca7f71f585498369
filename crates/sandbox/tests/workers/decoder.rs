//! What stands in for a decoder: it does what the first line of its file says.

use sporhund_extract::budget::Limits;
use sporhund_extract::decoder::Input;
use sporhund_model::{
    Chunk, Event, MemberStep, Outcome, Part, Place, PlaceId, Receiver, Segment, Stopped,
};
use sporhund_sandbox::Answer;
use std::hint::black_box;
use std::sync::atomic::{AtomicU32, Ordering};

/// Before the number of a process that asks for a fault.
pub const FAULT: &str = "fault in process ";

static FILES: AtomicU32 = AtomicU32::new(0);

/// Reads its instruction and follows it.
pub fn decode(input: &mut Input<'_>, _: &Limits, receiver: &mut dyn Receiver) -> Answer {
    FILES.fetch_add(1, Ordering::Relaxed);
    let mut content = String::new();
    input.reader.read_to_string(&mut content).unwrap();
    let (what, text) = content.split_once('\n').unwrap_or((&content, ""));
    let _ = follow(what, text, input.extension, receiver);
    Answer {
        format: "test".into(),
        outcome: Outcome::Scanned,
    }
}

fn follow(
    what: &str,
    text: &str,
    extension: &str,
    receiver: &mut dyn Receiver,
) -> Result<(), Stopped> {
    match what {
        "text" => {
            place(receiver)?;
            for piece in pieces(text) {
                chunk(receiver, piece)?;
            }
            let name = "extension";
            receiver.receive(Event::Property {
                name,
                value: extension,
            })
        }
        "count" => {
            place(receiver)?;
            chunk(receiver, &FILES.load(Ordering::Relaxed).to_string())
        }
        "escape" => {
            place(receiver)?;
            chunk(receiver, &escapes())
        }
        // A fault without `unsafe`: the receiver sends the signal that an illegal instruction would.
        "fault" => {
            place(receiver)?;
            chunk(receiver, &format!("{FAULT}{}", std::process::id()))?;
            harm("hang")
        }
        "flood" => {
            place(receiver)?;
            loop {
                chunk(receiver, &"x".repeat(60_000))?;
            }
        }
        "panic" | "member-then-abort" => {
            place(receiver)?;
            let name = b"a.txt".to_vec();
            receiver.receive(Event::OpenMember(MemberStep {
                name,
                ..MemberStep::default()
            }))?;
            assert!(what != "panic", "what a decoder says when it breaks");
            chunk(receiver, "before the end")?;
            std::process::abort()
        }
        other => harm(other),
    }
}

fn harm(what: &str) -> ! {
    match what {
        "overflow" => {
            black_box(overflow(0));
        }
        "allocate" => {
            let mut all = Vec::new();
            loop {
                all.push(black_box(vec![1_u8; 1 << 20]));
            }
        }
        "exit" => std::process::exit(3),
        "hang" => loop {
            std::hint::spin_loop();
        },
        "garbage" => raw(&[0xFF; 4096]),
        "giant-frame" => raw(&[3, 0xFF, 0xFF, 0xFF, 0xFF]),
        "bad-text" => raw(&[4, 10, 0, 0, 0, 1, 0, 0, 0, 0xE5, 1, 0, 0, 0, b'x']),
        "bad-segment" => raw(&bad_segment()),
        _ => {}
    }
    std::process::abort()
}

/// Past the worker's own protocol, as a decoder could that has been taken over.
fn raw(bytes: &[u8]) -> ! {
    let _ = rustix::io::write(std::io::stdin(), bytes);
    loop {
        std::hint::spin_loop();
    }
}

/// A chunk of one letter whose segment names a place that was never given.
fn bad_segment() -> Vec<u8> {
    let mut payload = vec![0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, b'x', 1, 0, 0, 0];
    payload.extend([0; 25]);
    let mut frame = vec![3, payload.len() as u8, 0, 0, 0];
    frame.extend(payload);
    frame
}

#[expect(unconditional_recursion, reason = "to its end is what is tested")]
fn overflow(depth: u64) -> u64 {
    let here = black_box([depth; 64]);
    overflow(depth + 1) + black_box(here)[7]
}

fn pieces(text: &str) -> Vec<&str> {
    let mut all = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (piece, after) = rest.split_at(rest.floor_char_boundary(60_000));
        all.push(piece);
        rest = after;
    }
    all
}

fn place(receiver: &mut dyn Receiver) -> Result<(), Stopped> {
    receiver.receive(Event::Place(PlaceId(0), Place::part(Part::Body)))
}

fn chunk(receiver: &mut dyn Receiver, text: &str) -> Result<(), Stopped> {
    let chunk = Chunk {
        text: text.into(),
        segments: vec![Segment::default()],
        own: 0..text.len() as u32,
        origin: None,
    };
    receiver.receive(Event::Chunk(&chunk))
}

/// Everything a decoder that has been taken over might try, with how it went.
fn escapes() -> String {
    let went = |what: &str, worked: bool| {
        let how = if worked { "worked" } else { "refused" };
        format!("{what}: {how}\n")
    };
    let secret = "/etc/passwd";
    let written = std::env::temp_dir().join("sporhund-escape");
    [
        went("open", std::fs::File::open(secret).is_ok()),
        went("list", std::fs::read_dir("/").is_ok()),
        went("stat", std::fs::metadata(secret).is_ok()),
        went("write", std::fs::write(written, "x").is_ok()),
        went("socket", std::net::UdpSocket::bind("127.0.0.1:0").is_ok()),
        went("unix", std::os::unix::net::UnixDatagram::unbound().is_ok()),
        went(
            "process",
            std::process::Command::new("/bin/true").spawn().is_ok(),
        ),
        went("thread", std::thread::Builder::new().spawn(|| {}).is_ok()),
    ]
    .concat()
}
