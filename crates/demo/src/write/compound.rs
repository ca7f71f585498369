//! What an Office document with a password looks like: a compound file (MS-CFB) with the streams `EncryptionInfo` and
//! `EncryptedPackage` (MS-OFFCRYPTO, 2.3.4). The streams hold no real cipher text: nobody can open it, as with a lost
//! password.

const SECTOR: usize = 512;
const END: u32 = 0xffff_fffe;
const FREE: u32 = 0xffff_ffff;

/// A compound file: sector 0 is the allocation table, 1 the directory, 2–9 and 10–17 the two streams.
pub(crate) fn encrypted_package() -> Vec<u8> {
    let mut file = header();
    file.extend(allocation_table());
    file.extend(entry("Root Entry", 5, [FREE, FREE, 1], END, 0));
    file.extend(entry("EncryptionInfo", 2, [FREE, 2, FREE], 2, 4096));
    file.extend(entry("EncryptedPackage", 2, [FREE, FREE, FREE], 10, 4096));
    file.extend(entry("", 0, [FREE, FREE, FREE], 0, 0));
    // Version 4.4, "agile" encryption.
    let mut info = vec![4, 0, 4, 0, 0x40, 0, 0, 0];
    info.resize(4096, b' ');
    file.extend(info);
    file.extend((0..4096_u32).map(|place| (place.wrapping_mul(2_654_435_761) >> 24) as u8));
    file
}

fn header() -> Vec<u8> {
    let mut bytes = vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    bytes.resize(24, 0);
    // Minor and major version, byte order, sector sizes as powers of two.
    for half in [0x3e_u16, 3, 0xfffe, 9, 6] {
        bytes.extend(half.to_le_bytes());
    }
    bytes.resize(44, 0);
    // Sectors of the table, first of the directory, transaction, smallest ordinary stream, then the small streams' table
    // and the overflow of this list (none).
    for word in [1, 1, 0, 4096, END, 0, END, 0, 0] {
        bytes.extend(u32::to_le_bytes(word));
    }
    bytes.resize(SECTOR, 0xff);
    bytes
}

fn allocation_table() -> Vec<u8> {
    let next = |sector: u32| match sector {
        0 => 0xffff_fffd,
        1 | 9 | 17 => END,
        2..=16 => sector + 1,
        _ => FREE,
    };
    (0..128)
        .flat_map(|sector| u32::to_le_bytes(next(sector)))
        .collect()
}

/// An entry of the directory: name, kind, left, right and child, first sector, size.
fn entry(name: &str, kind: u8, links: [u32; 3], start: u32, size: u64) -> Vec<u8> {
    let mut bytes: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let length = if name.is_empty() { 0 } else { bytes.len() + 2 };
    bytes.resize(64, 0);
    bytes.extend((length as u16).to_le_bytes());
    bytes.extend([kind, 1]);
    bytes.extend(links.into_iter().flat_map(u32::to_le_bytes));
    bytes.resize(116, 0);
    bytes.extend(start.to_le_bytes());
    bytes.extend(size.to_le_bytes());
    bytes
}
