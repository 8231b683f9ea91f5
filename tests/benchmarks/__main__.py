"""Measure speed as ratios: `python -m tests.benchmarks`.

Machines are noisy, so the two sides of a ratio take turns, and the median of the ratios counts.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
import timeit
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import msgspec
import pydantic
from awscli.shorthand import ShorthandParser

import shorthand
from shorthand import shapes
from shorthand.syntax.lark_tree import tree

SHORT = {
    "a flat pair": "Key=env,Value=prod",
    "a filter": "Name=instance-type,Values=t2.micro,m3.medium",
    "a data source": (
        "DataSource={S3DataSource={S3DataType=S3Prefix,S3Uri=s3://b/train}},CompressionType=Gzip,TargetAttributeName=y"
    ),
    "a block device": (
        "DeviceName=/dev/sdb,Ebs={VolumeSize=20,DeleteOnTermination=false,VolumeType=gp3,Iops=3000,Encrypted=true}"
    ),
}
DEVICE = shapes.Structure(
    {
        "DeviceName": shapes.String(),
        "Ebs": shapes.Structure(
            {
                "VolumeSize": shapes.Integer(),
                "DeleteOnTermination": shapes.Boolean(),
                "VolumeType": shapes.String(),
                "Iops": shapes.Integer(),
                "Encrypted": shapes.Boolean(),
            }
        ),
    }
)
_TURNS = 7


def maps(count: int) -> str:
    """Return a list of so many maps: 40,000 are 1.4 MB."""
    return "Tags=[" + ",".join(f"{{Key=key{n},Value=value number {n}}}" for n in range(count)) + "]"


def ratio(one: Callable[[], Any], other: Callable[[], Any], number: int, turns: int = _TURNS) -> tuple[float, float]:
    """Return how many times as long `other` takes as `one`, and the seconds that `one` takes."""
    ratios, seconds = [], []
    for _ in range(turns):
        # The time of the processor, because other programs may interrupt one side more often than the other.
        ours = timeit.timeit(one, timer=time.process_time, number=number) / number
        theirs = timeit.timeit(other, timer=time.process_time, number=number) / number
        ratios.append(theirs / ours)
        seconds.append(ours)
    return statistics.median(ratios), statistics.median(seconds)


def short_texts() -> None:
    parse = ShorthandParser().parse
    print(f"| {'reading':16} | µs | the AWS CLI / ours | ours / json.loads | lark / ours |")
    print("|---|---|---|---|---|")
    for name, text in SHORT.items():
        value = parse(text)
        as_json = json.dumps(value)
        assert shorthand.loads(text) == value
        aws, seconds = ratio(lambda: shorthand.loads(text), lambda: parse(text), 2000)  # noqa: B023
        loads, _ = ratio(lambda: json.loads(as_json), lambda: shorthand.loads(text), 2000)  # noqa: B023
        lark, _ = ratio(lambda: shorthand.loads(text), lambda: tree(text), 500)  # noqa: B023
        print(f"| {name:16} | {seconds * 1e6:.1f} | {aws:.1f} | {loads:.1f} | {lark:.0f} |")


def long_texts() -> None:
    text = maps(40_000)
    as_json = json.dumps(shorthand.loads(text))
    loads, seconds = ratio(lambda: json.loads(as_json), lambda: shorthand.loads(text), 1)
    print(f"\n{len(text) / 1e6:.1f} MB, a list of 40,000 maps: {seconds * loads:.2f} s, {loads:.1f} times json.loads")
    small = maps(2_000)
    parse = ShorthandParser().parse
    aws, _ = ratio(lambda: shorthand.loads(small), lambda: parse(small), 1, 3)
    print(f"2,000 maps: the AWS CLI takes {aws:.0f} times as long (it grows with the square; 40,000 take it minutes)")
    for name, one, ten in [
        ("a list of maps", maps(28_000), maps(280_000)),
        ("a quoted value", "a='" + "b," * 500_000 + "'", "a='" + "b," * 5_000_000 + "'"),
    ]:
        growth, seconds = ratio(lambda: shorthand.loads(one), lambda: shorthand.loads(ten), 1, 3)  # noqa: B023
        print(f"{name}, {len(ten) / 1e6:.0f} MB: {growth:.1f} times as long as a tenth of it")


def untyped_writing() -> None:
    print(f"\n| {'writing':16} | µs | ours / json.dumps |")
    print("|---|---|---|")
    for name, text in SHORT.items():
        value = shorthand.loads(text)
        dumps, seconds = ratio(lambda: json.dumps(value), lambda: shorthand.dumps(value), 1000)  # noqa: B023
        print(f"| {name:16} | {seconds * dumps * 1e6:.1f} | {dumps:.1f} |")


class Ebs(msgspec.Struct):
    VolumeSize: int
    DeleteOnTermination: bool
    VolumeType: str
    Iops: int
    Encrypted: bool


class Device(msgspec.Struct):
    DeviceName: str
    Ebs: Ebs


class EbsModel(pydantic.BaseModel):
    VolumeSize: int
    DeleteOnTermination: bool
    VolumeType: str
    Iops: int
    Encrypted: bool


class DeviceModel(pydantic.BaseModel):
    DeviceName: str
    Ebs: EbsModel


@dataclass
class EbsData:
    VolumeSize: int
    DeleteOnTermination: bool
    VolumeType: str
    Iops: int
    Encrypted: bool


@dataclass
class DeviceData:
    DeviceName: str
    Ebs: EbsData


def typed() -> None:
    """Compare typed with raw conversion, in shorthand and, of the same value, in JSON."""
    text = SHORT["a block device"]
    raw, devices = shorthand.loads(text), shapes.List(DEVICE)
    value = shorthand.loads_option([text], devices)
    adapter = shorthand.TypeAdapter(list[DeviceData])
    instances = adapter.loads_option([text])
    in_json = json.dumps(value[0])
    decoder, encoder = msgspec.json.Decoder(Device), msgspec.json.Encoder()
    struct, model = decoder.decode(in_json), DeviceModel.model_validate_json(in_json)
    rows: list[tuple[str, Callable[[], Any], Callable[[], Any], Callable[[], Any], Callable[[], Any]]] = [
        (
            "loads and dumps, with a shape",
            lambda: shorthand.loads(text),
            lambda: shorthand.loads(text, DEVICE),
            lambda: shorthand.dumps(raw),
            lambda: shorthand.dumps(value[0], DEVICE),
        ),
        (
            "loads_option and dumps_option, with a shape",
            lambda: shorthand.loads(text),
            lambda: shorthand.loads_option([text], devices),
            lambda: shorthand.dumps(raw),
            lambda: shorthand.dumps_option(value, devices),
        ),
        (
            "a TypeAdapter of a list of dataclasses",
            lambda: shorthand.loads(text),
            lambda: adapter.loads_option([text]),
            lambda: shorthand.dumps(raw),
            lambda: adapter.dumps_option(instances),
        ),
        (
            "the same type, given to loads_option",
            lambda: shorthand.loads(text),
            lambda: shorthand.loads_option([text], list[DeviceData]),
            lambda: shorthand.dumps(raw),
            lambda: shorthand.dumps_option(instances, list[DeviceData]),
        ),
        (
            "JSON with msgspec, compared with json",
            lambda: json.loads(in_json),
            lambda: decoder.decode(in_json),
            lambda: json.dumps(value[0]),
            lambda: encoder.encode(struct),
        ),
        (
            "JSON with pydantic, compared with json",
            lambda: json.loads(in_json),
            lambda: DeviceModel.model_validate_json(in_json),
            lambda: json.dumps(value[0]),
            model.model_dump_json,
        ),
    ]
    print(f"\n| {'a block device with its types':44} | reading, µs | typed / raw | writing, µs | typed / raw |")
    print("|---|---|---|---|---|")
    for name, read, read_typed, write, write_typed in rows:
        reading, read_seconds = ratio(read, read_typed, 300, 50)
        writing, write_seconds = ratio(write, write_typed, 300, 50)
        print(
            f"| {name:44} | {read_seconds * reading * 1e6:.1f} | {reading:.2f} "
            f"| {write_seconds * writing * 1e6:.1f} | {writing:.2f} |"
        )


def cold_start() -> None:
    # As installed: pip compiles what it installs, and a checkout is compiled at its first use, unless this forbids it.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}

    def start(code: str) -> float:
        command = [sys.executable, "-c", code]
        return timeit.timeit(lambda: subprocess.run(command, check=True, env=environment), number=1) * 1000

    codes = {
        "import re": "import re",
        "ours": "import shorthand; shorthand.loads('Key=a,Value=b')",
        "the AWS CLI": "from awscli.shorthand import ShorthandParser; ShorthandParser().parse('Key=a,Value=b')",
    }
    times: dict[str, list[float]] = {name: [] for name in codes}
    for _ in range(15):
        for name, code in codes.items():
            times[name].append(start(code))
    base = times.pop("import re")
    print("\na new process that imports and reads once, more than one that imports re:")
    for name, taken in times.items():
        print(f"  {name}: {statistics.median(one - other for one, other in zip(taken, base, strict=True)):.1f} ms")


if __name__ == "__main__":
    short_texts()
    long_texts()
    untyped_writing()
    typed()
    cold_start()
