//! Against real servers on loopback, which speak as much SMTP and HTTP as they must.
#![allow(clippy::unwrap_used)]

use sporhund_notify::{Mail, NotifyError, Server, Tls, post, send};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::thread::JoinHandle;

/// Takes one mail and returns all that the client said.
fn smtp_server() -> (u16, JoinHandle<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let server = std::thread::spawn(move || speak_smtp(listener.accept().unwrap().0));
    (port, server)
}

fn speak_smtp(stream: TcpStream) -> String {
    let mut to = stream.try_clone().unwrap();
    let mut lines = BufReader::new(stream).lines();
    let mut said = String::new();
    let mut in_text = false;
    to.write_all(b"220 mail.example.org ready\r\n").unwrap();
    while let Some(Ok(line)) = lines.next() {
        said.push_str(&line);
        said.push('\n');
        let word = line.get(..4).unwrap_or_default().to_uppercase();
        let answer: &[u8] = match word.as_str() {
            _ if in_text && line != "." => continue,
            "EHLO" => b"250-mail.example.org\r\n250 8BITMIME\r\n",
            "DATA" => {
                in_text = true;
                b"354 go on\r\n"
            }
            "QUIT" => {
                let _ = to.write_all(b"221 bye\r\n");
                break;
            }
            _ => {
                in_text = false;
                b"250 ok\r\n"
            }
        };
        to.write_all(answer).unwrap();
    }
    said
}

#[test]
fn a_mail_reaches_a_server() {
    let (port, server) = smtp_server();
    let to = Server {
        host: "127.0.0.1".into(),
        port: Some(port),
        tls: Tls::None,
        login: None,
    };
    let mail = Mail {
        from: "Spårhund <sporhund@example.org>".into(),
        to: vec!["drift@example.org".into(), "dpo@example.org".into()],
        subject: "3 filer lästa".into(),
        text: "Genomsökningen är klar.\n".into(),
    };
    send(&to, &mail).unwrap();
    let said = server.join().unwrap();
    for part in [
        "MAIL FROM:<sporhund@example.org>",
        "RCPT TO:<drift@example.org>",
        "RCPT TO:<dpo@example.org>",
        "Content-Type: text/plain; charset=utf-8",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
}

#[test]
fn a_server_without_tls_is_refused_where_tls_is_asked_for() {
    let (port, server) = smtp_server();
    let to = Server {
        host: "127.0.0.1".into(),
        port: Some(port),
        ..Server::default()
    };
    let mail = Mail {
        from: "sporhund@example.org".into(),
        to: vec!["drift@example.org".into()],
        ..Mail::default()
    };
    assert!(matches!(send(&to, &mail), Err(NotifyError::Server { .. })));
    assert!(!server.join().unwrap().contains("MAIL FROM"));
}

#[test]
fn a_summary_is_posted() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let server = std::thread::spawn(move || {
        let mut reader = BufReader::new(listener.accept().unwrap().0);
        let mut head = String::new();
        while reader.read_line(&mut head).unwrap() > 2 {}
        let mut body = vec![0; 10];
        reader.read_exact(&mut body).unwrap();
        let answer = b"HTTP/1.1 204 No Content\r\nconnection: close\r\n\r\n";
        reader.get_mut().write_all(answer).unwrap();
        (head, String::from_utf8(body).unwrap())
    });
    post(&format!("http://127.0.0.1:{port}/hook"), r#"{"files":3"#).unwrap();
    let (head, body) = server.join().unwrap();
    assert!(head.starts_with("POST /hook HTTP/1.1"), "{head}");
    assert_eq!(body, r#"{"files":3"#);
}
