//! The formats, each with its name and its decoder.

use crate::archive::{self, Packed};
use crate::decoder::Decoder;
use crate::{
    data, doc, docx, html, locked, mail, msg, odf, ole, pdf, ppt, pptx, rtf, text, xls, xlsb, xlsx,
};

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Format {
    /// No bytes at all.
    Empty,
    /// Plain text, by the name of its kind: txt, md, log, json, xml, source code.
    Text(&'static str),
    /// Plain text in UTF-32.
    Utf32,
    /// What Office lays beside an open document.
    Lock,
    /// Values with delimiters, by its name: csv or tsv.
    Csv(&'static str),
    /// Word processing, OOXML.
    Docx,
    /// Spreadsheet, OOXML.
    Xlsx,
    /// Presentation, OOXML.
    Pptx,
    /// OpenDocument as a package, by its kind: odt, ods, odp, odg.
    OpenDocument(&'static str),
    /// OpenDocument as one file of XML, by its kind: fodt, fods, fodp.
    FlatDocument(&'static str),
    /// Word processing of Office 97 to 2003.
    Doc,
    /// Spreadsheet of Office 97 to 2003.
    Xls,
    /// Spreadsheet, OOXML in binary parts.
    Xlsb,
    /// Presentation of Office 97 to 2003.
    Ppt,
    /// Rich text.
    Rtf,
    /// A mail or other item of Outlook.
    Msg,
    /// A compound file of which the first bytes do not tell more.
    Compound,
    /// PDF.
    Pdf,
    /// HTML or XHTML.
    Html,
    /// A mail.
    Eml,
    /// A mailbox.
    Mbox,
    /// XML that is no document of a kind that is known.
    Xml,
    /// JSON.
    Json,
    /// Word processing as one file of XML.
    FlatWord,
    /// A workbook as one file of XML.
    FlatSheet,
    /// A tar archive.
    Tar,
    /// A 7z archive.
    SevenZip,
    /// One packed file.
    Packed(Packed),
    /// A zip archive.
    Zip,
    /// A document of OOXML that is encrypted, maybe with the password that Office tries by itself.
    Locked,
    /// A format that is not read, by its name.
    Unsupported(&'static str),
}

impl Format {
    /// The format's name as coverage and JSON lines show it.
    pub fn name(&self) -> &'static str {
        match self {
            Format::Empty => "empty",
            Format::Utf32 => "txt",
            Format::Lock => "office-lock",
            Format::Docx => "docx",
            Format::Xlsx => "xlsx",
            Format::Pptx => "pptx",
            Format::Doc => "doc",
            Format::Xls => "xls",
            Format::Xlsb => "xlsb",
            Format::Ppt => "ppt",
            Format::Msg => "msg",
            Format::Rtf => "rtf",
            Format::Compound => "cfb",
            Format::Pdf => "pdf",
            Format::Html => "html",
            Format::Eml => "eml",
            Format::Mbox => "mbox",
            Format::Xml => "xml",
            Format::Json => "json",
            Format::FlatWord => "word-xml",
            Format::FlatSheet => "excel-xml",
            Format::Tar => "tar",
            Format::SevenZip => "7z",
            Format::Packed(packed) => packed.format(),
            Format::Zip => "zip",
            Format::Locked => "ooxml",
            Format::Text(name)
            | Format::Csv(name)
            | Format::OpenDocument(name)
            | Format::FlatDocument(name)
            | Format::Unsupported(name) => name,
        }
    }

    /// Whether it can be read without parsing anything, and so outside a worker.
    pub fn is_plain_text(&self) -> bool {
        matches!(self, Format::Empty | Format::Text(_) | Format::Csv(_))
    }

    /// Whether its decoder reads from start to end, so that the bytes need not be kept.
    pub fn is_streamed(&self) -> bool {
        self.is_plain_text()
            || matches!(
                self,
                Format::Xml
                    | Format::Json
                    | Format::FlatSheet
                    | Format::Tar
                    | Format::Mbox
                    | Format::Rtf
                    | Format::Html
            )
    }

    /// What reads it.
    pub fn decoder(&self) -> Option<&'static dyn Decoder> {
        match self {
            Format::Text(_) => Some(&text::PlainText),
            Format::Csv(_) => Some(&text::Csv),
            Format::Utf32 => Some(&text::wide::Utf32),
            Format::Lock => Some(&text::lock::Lock),
            Format::Docx => Some(&docx::Docx),
            Format::Xlsx => Some(&xlsx::Xlsx),
            Format::Pptx => Some(&pptx::Pptx),
            Format::Doc => Some(&doc::Doc),
            Format::Xls => Some(&xls::Xls),
            Format::Xlsb => Some(&xlsb::Xlsb),
            Format::Ppt => Some(&ppt::Ppt),
            Format::Msg => Some(&msg::Msg),
            Format::Rtf => Some(&rtf::Rtf),
            Format::Compound => Some(&ole::Unknown),
            Format::OpenDocument(_) => Some(&odf::OpenDocument),
            Format::FlatDocument(_) => Some(&odf::FlatDocument),
            Format::Zip => Some(&archive::Zip),
            Format::Locked => Some(&locked::Locked),
            Format::Pdf => Some(&pdf::Pdf),
            Format::Html => Some(&html::Html),
            Format::Eml => Some(&mail::Eml),
            Format::Mbox => Some(&mail::Mbox),
            Format::Xml => Some(&data::Xml),
            Format::Json => Some(&data::Json),
            Format::FlatWord => Some(&data::FlatWord),
            Format::FlatSheet => Some(&data::FlatSheet),
            Format::Tar => Some(&archive::Tar),
            Format::SevenZip => Some(&archive::SevenZip),
            Format::Packed(Packed::Gzip) => Some(&Packed::Gzip),
            Format::Packed(Packed::Bzip2) => Some(&Packed::Bzip2),
            Format::Packed(Packed::Xz) => Some(&Packed::Xz),
            Format::Packed(Packed::Zstd) => Some(&Packed::Zstd),
            _ => None,
        }
    }
}
