"""Convert a large file of recorded options, one a line, to JSON on every processor, or on a cluster.

    python examples/convert_with_dask.py options.txt filters.schema.json converted/
    python examples/convert_with_dask.py s3://bucket/options-*.txt.gz filters.schema.json s3://bucket/converted/ \\
        --scheduler tcp://scheduler:8786

Each part of the input gives `part-00000.jsonl` with the values and `part-00000.bad.jsonl` with the lines that do not
read and what is wrong with them; lines stay in order.
"""

import argparse
import json
from collections.abc import Iterable

import dask
import dask.bag
import fsspec

import shorthand
from shorthand import sources


def convert(lines: Iterable[str], schema: dict[str, object], path: str) -> tuple[int, int]:
    """Write the values of the lines, and the bad lines beside them; gives how many of each."""
    shape = sources.json_schema(schema)
    good = bad = 0
    with (
        fsspec.open(f"{path}.jsonl", "w", encoding="utf-8") as values,
        fsspec.open(f"{path}.bad.jsonl", "w", encoding="utf-8") as errors,
    ):
        for line in lines:
            text = line.rstrip("\n")
            try:
                values.write(json.dumps(shorthand.loads_option([text], shape)) + "\n")
                good += 1
            except shorthand.ShorthandError as error:
                row = {"text": text, "path": error.path, "reason": error.reason, "hint": error.hint, "fix": error.fix}
                errors.write(json.dumps(row) + "\n")
                bad += 1
    return good, bad


def main() -> None:
    parser = argparse.ArgumentParser(description="Convert a large file of recorded options, one a line, to JSON.")
    parser.add_argument("source", help="a file, a pattern of files, or a URL")
    parser.add_argument("schema", help="the JSON Schema of the option")
    parser.add_argument("target", help="a directory, or a URL")
    parser.add_argument("--scheduler", default="processes", help="processes, threads, or a cluster's tcp://HOST:PORT")
    parser.add_argument("--blocksize", default="64MB", help="how much of a file makes one part")
    given = parser.parse_args()
    with open(given.schema, encoding="utf-8") as file:
        schema = json.load(file)
    if "://" in given.scheduler:
        from distributed import Client  # pip install distributed

        Client(given.scheduler)
    else:
        dask.config.set(scheduler=given.scheduler)
    fsspec.core.url_to_fs(given.target)[0].makedirs(given.target, exist_ok=True)
    # A compressed file cannot be split, and is one part.
    blocksize = None if given.source.endswith((".gz", ".xz", ".bz2")) else given.blocksize
    parts = dask.bag.read_text(given.source, blocksize=blocksize).to_delayed()
    done = dask.compute(
        *(
            dask.delayed(convert)(part, schema, f"{given.target.rstrip('/')}/part-{number:05}")
            for number, part in enumerate(parts)
        )
    )
    print(f"{sum(good for good, _ in done)} converted, {sum(bad for _, bad in done)} bad, in {len(done)} parts")


if __name__ == "__main__":
    main()
