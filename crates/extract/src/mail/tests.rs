//! Tests of the mail decoder.

use super::Eml;
use crate::recorder::record;
use proptest::prelude::*;

const MAIL: &str = "From: =?utf-8?Q?=C3=85sa_Test?= <asa@example.se>\r\n\
To: a@example.org, \"B\" <b@example.org>\r\n\
Subject: =?iso-8859-1?Q?=C4rende?=\r\n\
Date: Tue, 3 Mar 2020 10:00:00 +0100\r\n\
Message-ID: <1@example.se>\r\n\
X-Diarienummer: VON 2020/1\r\n\
MIME-Version: 1.0\r\n\
Content-Type: multipart/mixed; boundary=b\r\n\
\r\n\
--b\r\n\
Content-Type: multipart/alternative; boundary=c\r\n\
\r\n\
--c\r\n\
Content-Type: text/plain; charset=iso-8859-1\r\n\
Content-Transfer-Encoding: quoted-printable\r\n\
\r\n\
Hej =C5sa\r\n\
hej=\r\n\
d=E5\r\n\
\r\n\
Ny\r\n\
--c\r\n\
Content-Type: text/html\r\n\
\r\n\
<p>Hej <b>A</b>nna</p>\r\n\
--c--\r\n\
--b\r\n\
Content-Type: application/pdf\r\n\
Content-Disposition: attachment; filename*=utf-8''l%C3%A4karintyg.pdf\r\n\
Content-Transfer-Encoding: base64\r\n\
\r\n\
JVBERg==\r\n\
--b\r\n\
Content-Type: message/rfc822\r\n\
\r\n\
Subject: inner\r\n\
\r\n\
inner text\r\n\
--b--\r\n";

#[test]
fn sends_headers_bodies_and_members() {
    let (lines, outcome) = record(&Eml, MAIL.as_bytes());
    assert!(outcome.is_ok());
    let expected = [
        "title=Ärende",
        "Heading: Ärende",
        "date=2020-03-03T10:00:00+01:00",
        "MailHeader: From: Åsa Test <asa@example.se>",
        "MailHeader: To: a@example.org, B <b@example.org>",
        "MailHeader: X-Diarienummer: VON 2020/1",
        "Hej Åsa",
        "+hejdå",
        "Ny",
        "Hej Anna",
        "member 0 läkarintyg.pdf .pdf 4",
        "member 1  .eml 28",
    ];
    assert_eq!(lines, expected);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn never_panics(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = record(&Eml, &bytes);
    }

    #[test]
    fn never_panics_on_a_mutated_mail(at in 0..MAIL.len(), byte in any::<u8>(), cut in 0..MAIL.len()) {
        let mut bytes = MAIL.as_bytes().to_vec();
        bytes[at] = byte;
        bytes.truncate(cut.max(at));
        let _ = record(&Eml, &bytes);
    }
}
