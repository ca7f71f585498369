//! Has the crate built again when a rule file is added or changed: the rules are embedded.

fn main() {
    println!("cargo:rerun-if-changed=../../rules");
}
