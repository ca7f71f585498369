#!/usr/bin/env python3
"""Compares verdicts with a share's truth.

    sporhund scan SHARE/files --plan SHARE/plan.xlsx --today 2026-11-29 --no-store --format jsonl -o OUT.jsonl
    python3 score.py SHARE/truth.jsonl OUT.jsonl... [--list]

A share with two roots is scanned root by root, each by its own plan. Verdicts that the truth accepts besides its own are counted apart.
"""
import json
import sys

OVERDUE = ("overdue", "delivery_overdue")


def read(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def key(path):
    """The root's folder and the path below it."""
    root = "files-da" if "/files-da/" in path else "files"
    return root, path.split(f"/{root}/", 1)[1]


def main():
    names = [name for name in sys.argv[1:] if name != "--list"]
    truth = {(line.get("root", "files"), line["path"]): line for line in read(names[0])}
    records = [line for name in names[1:] for line in read(name) if line["record"] == "verdict"]
    verdicts = {key(line["path"]): line for line in records}
    exact = accepted = wrongly = linked = right = 0
    for place, want in truth.items():
        got = verdicts.get(place, {"state": "missing"})
        state, row = got["state"], (got.get("row") or {}).get("document_type", "")
        fits = state == want["verdict"] or state in want["accept"]
        exact += state == want["verdict"]
        accepted += fits
        wrongly += state in OVERDUE and not fits
        linked += bool(row)
        right += bool(row) and row == want["row"]
        if "--list" in sys.argv and not (fits and row in ("", want["row"])):
            print("/".join(place), f"got {state} by {row!r}, wanted {want['verdict']} by {want['row']!r}: {want['why']}", sep="\n\t")
    print(f"{len(truth)} files: exact {exact}, with accepted {accepted}, wrongly overdue {wrongly}, linked {linked}, rightly {right}")


main()
