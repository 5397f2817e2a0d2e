#!/usr/bin/env python3
"""Our themes beside the baselines', as ratios: quality.py PLENIERE BASELINE REINERT FILES…

The same k and texts for all: each text one item, forced into a theme, k = the number of its categories. The ratio is to
the best of TF-IDF and LSA with k-means, for each file and metric apart. Reinert's figures are printed as they come.
"""
import csv, json, os, subprocess, sys

csv.field_size_limit(10**8)
SEEDS = 10


def categories(path):
    return len({row.get("gold") for row in csv.DictReader(open(path, encoding="utf-8"))} - {"", None})


def ours(pleniere, path, k):
    command = [pleniere, "evaluate", path, "--k", str(k), "--seeds", str(SEEDS), "--json"]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def main():
    pleniere, baseline, reinert, *files = sys.argv[1:]
    files = [path for path in files if categories(path) >= 2]
    theirs = {}
    if os.path.exists(baseline) and subprocess.run([sys.executable, "-c", "import sklearn, snowballstemmer, stopwordsiso"], capture_output=True).returncode == 0:
        environment = {**os.environ, "OMP_NUM_THREADS": "1"}
        command = [sys.executable, baseline, "--json", "--seeds", str(SEEDS), *files]
        for row in json.loads(subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout):
            theirs.setdefault(row["file"], []).append(row)
        if os.path.exists(reinert):
            print(subprocess.run([sys.executable, reinert, *files], capture_output=True, text=True, env=environment).stdout.rstrip())
    else:
        print("no scikit-learn (or no BASELINE): our figures alone")
    print("| file | k | NMI | ARI | largest | NMI ratio | ARI ratio |\n| --- | --- | --- | --- | --- | --- | --- |")
    ratios = {"nmi": [], "ari": []}
    for path in files:
        k = categories(path)
        figures = ours(pleniere, path, k)
        told = []
        for metric in ratios:
            best = max((row[metric] for row in theirs.get(os.path.basename(path), []) if row["model"].startswith(("tfidf", "lsa"))), default=None)
            if best:
                ratios[metric].append(figures[metric] / best)
            told.append(f"{figures[metric] / best:.2f}" if best else "")
        print(f"| {os.path.basename(path)} | {k} | {figures['nmi']:.3f} | {figures['ari']:.3f} | {figures['largest']:.2f} | {told[0]} | {told[1]} |", flush=True)
    for metric, all_of in ratios.items():
        if all_of:
            print(f"mean {metric.upper()} ratio {sum(all_of) / len(all_of):.3f}, least {min(all_of):.3f}")


main()
