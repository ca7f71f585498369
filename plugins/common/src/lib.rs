//! Validators that belong to no country.
