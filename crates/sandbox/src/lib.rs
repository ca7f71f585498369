//! The pool of isolated workers that run extract on untrusted bytes.
