#!/usr/bin/env python3
"""Texts of any number, drawn from corpora with the columns id, gold, text: resample.py COUNT OUT FILES…

Each is the beginning of one sentence and the end of another of the same category, one word in ten dropped: of the length
of a verbatim, of the language of its category, and seldom the same twice. The 18 largest categories are drawn from, as
often as they are large, with a fixed seed. For speed and stability only: nobody said these texts.
"""
import collections, csv, os, random, re, sys

csv.field_size_limit(10**8)
CATEGORIES = 18


def sentences(text):
    return [s for s in (part.split() for part in re.split(r"(?<=[.!?…])\s+|\n+", text)) if 8 <= len(s) <= 60]


def main():
    count, out, *files = sys.argv[1:]
    pool = collections.defaultdict(list)
    for path in files:
        for row in csv.DictReader(open(path, encoding="utf-8")):
            if row.get("gold"):
                pool[os.path.basename(path) + "/" + row["gold"]].extend(sentences(row["text"]))
    largest = sorted(pool, key=lambda name: (-len(pool[name]), name))[:CATEGORIES]
    weights = [len(pool[name]) for name in largest]
    draw = random.Random(1)
    with open(out, "w", newline="", encoding="utf-8") as file:
        table = csv.writer(file)
        table.writerow(["id", "gold", "text"])
        for i in range(int(count)):
            name = draw.choices(largest, weights)[0]
            one, other = draw.choice(pool[name]), draw.choice(pool[name])
            words = one[: (len(one) + 1) // 2] + other[len(other) // 2 :]
            kept = [word for word in words if draw.random() > 0.1]
            table.writerow([i, name, " ".join(kept or words)])


main()
