#!/usr/bin/env python3
"""Speed, memory, stability and placement at several sizes: scale.py PLENIERE BASELINE FOLDER FILES…

Texts are resampled into FOLDER. At 2,000 scikit-learn does the same steps in the same run (LSA, k-means and t-SNE on one
thread): the ratio of our seconds to its own is the last column. SIZES="2000 10000" leaves the largest out.
"""
import json, os, resource, subprocess, sys, time

SIZES = [int(size) for size in os.environ.get("SIZES", "2000 10000 100000").split()]
HERE = os.path.dirname(os.path.abspath(__file__))


def theirs(baseline, path):
    command = [sys.executable, baseline, "--json", "--map", "--seeds", "1", path]
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "OMP_NUM_THREADS": "1"})
    if done.returncode:
        return None
    row = next(row for row in json.loads(done.stdout) if row["model"] == "lsa100")
    return row["vectors_s"] + row["kmeans_s"] + row["map_s"]


def main():
    pleniere, baseline, folder, *files = sys.argv[1:]
    print("| verbatims | themes | seconds | memory (MB) | ARI of the old | median shift | place (ms) | scikit-learn (s) | ratio |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- |")
    for size in SIZES:
        path = os.path.join(folder, f"resampled-{size}.csv")
        subprocess.run([sys.executable, os.path.join(HERE, "resample.py"), str(size), path, *files], check=True)
        command = [pleniere, "evaluate", path, "--stability", "--json"]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        # The largest child so far: sizes rise.
        memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        figures = json.loads(done.stdout)
        shift = figures["median_shift"]
        other = theirs(baseline, path) if size <= 2000 and os.path.exists(baseline) else None
        ratio = f"{other:.1f} | {figures['seconds'] / other:.2f}" if other else " | "
        print(
            f"| {figures['verbatims']} | {figures['themes']} | {figures['seconds']:.2f} | {memory:.0f} | {figures['ari']:.3f} | "
            f"{'' if shift is None else format(shift, '.4f')} | {figures['place_mean_ms']:.2f} (at most {figures['place_most_ms']:.2f}) | {ratio} |",
            flush=True,
        )
        stages = "  ".join(f"{stage} {seconds:.2f}" for stage, seconds in figures["stages"].items())
        print(f"  {stages}; largest {figures['largest']:.2f}, weak {figures['weak']:.2f}, unplaced {figures['unplaced']:.2f}; model {figures['model_bytes'] / 1e6:.1f} MB", flush=True)


main()
