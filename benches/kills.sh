#!/usr/bin/env bash
# Kills a scan at 50 moments spread over the time that an unbroken one takes, lets the next run end, and compares what both stores
# say. Usage: benches/kills.sh PROGRAM [FILES] [KILLS]
set -euo pipefail

program=$(realpath "$1")
files=${2:-4000}
kills=${3:-50}
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cd "$place"
mkdir -p share tmp
export HOME=$place TMPDIR=$place/tmp

for ((n = 0; n < files; n++)); do
    folder=share/$((n % 40))
    mkdir -p "$folder"
    printf 'Kallelse 2015-03-14, 811218-9876, nr %d, skriv till test%d@example.org\n' "$n" "$n" >"$folder/$n.txt"
done

arguments=(scan share --key key --today 2026-01-31 --batch-size 50 -o out.txt)
scan() {
    "$program" "${arguments[@]}" --store "$1"
}
dump() {
    "$program" store dump --store "$1" | sha256sum
}

started=$(date +%s%N)
scan whole.sqlite 2>/dev/null
millis=$((($(date +%s%N) - started) / 1000000))
expected=$(dump whole.sqlite)
killed=0
different=0
for ((n = 1; n <= kills; n++)); do
    rm -f broken.sqlite*
    "$program" "${arguments[@]}" --store broken.sqlite 2>/dev/null &
    pid=$!
    pause=$((millis * n / (kills + 1)))
    sleep "$(printf '%d.%03d' $((pause / 1000)) $((pause % 1000)))"
    if kill -KILL "$pid" 2>/dev/null; then killed=$((killed + 1)); fi
    wait "$pid" 2>/dev/null || true
    scan broken.sqlite 2>/dev/null
    [[ $(dump broken.sqlite) == "$expected" ]] || {
        different=$((different + 1))
        echo "differs after $pause ms"
    }
done
echo "unbroken: $millis ms, $files files; $kills tries, $killed killed, $different different"
((different == 0))
