//! Plan, phrases, linking, dossiers, dates, verdicts.
