//! Validators that belong to no country. The neighbours' (`no`, `fi`, `is`) ride along, so that who takes the shipped
//! validators of `se`, `dk` and `common` has them all.

mod address;
mod birth_date;
mod card;
mod email;
mod iban;
mod passport;
mod vehicle;

use sporhund_detector::Validator;

pub use address::IpAddress;
pub use birth_date::BirthDate;
pub use card::PaymentCard;
pub use email::Email;
pub use iban::Iban;
pub use passport::PassportMrz;
pub use vehicle::VehicleRegistration;

/// The validators of this crate and of the neighbouring countries.
pub fn validators() -> Vec<Box<dyn Validator>> {
    let mut all: Vec<Box<dyn Validator>> = vec![
        Box::new(Email),
        Box::new(Iban),
        Box::new(PaymentCard),
        Box::new(IpAddress),
        Box::new(BirthDate),
        Box::new(VehicleRegistration),
        Box::new(PassportMrz),
    ];
    all.extend(sporhund_plugin_no::validators());
    all.extend(sporhund_plugin_fi::validators());
    all.extend(sporhund_plugin_is::validators());
    all
}
