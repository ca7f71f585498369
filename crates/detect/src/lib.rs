//! Rules compiled once, one scanner a thread, context, tally and assessment.
