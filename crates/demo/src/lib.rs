//! The generator of the synthetic share with its ground truth.
