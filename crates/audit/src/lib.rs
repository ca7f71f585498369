//! The pipeline: schedules work from source to store.
