"""Numbers and streams of bytes can be read back."""

import gzip

from hypothesis import given
from hypothesis import strategies as st

from dossierpress.search.encoding import numbers, packed, streams


def read_numbers(data: bytes) -> list[int]:
    found, value, shift = [], 0, 0
    for byte in data:
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            found.append(value)
            value = shift = 0
    return found


@given(st.lists(st.integers(0, 2**40)))
def test_numbers_come_back(values: list[int]) -> None:
    assert read_numbers(numbers(values)) == values


@given(st.lists(st.binary(max_size=300), max_size=5))
def test_streams_come_back(parts: list[bytes]) -> None:
    data = streams(parts)
    head = read_numbers(data[: len(data) - sum(map(len, parts))])
    assert head == [len(parts), *map(len, parts)]
    assert data.endswith(b"".join(parts))


def test_the_same_content_gives_the_same_bytes_without_a_time() -> None:
    first = packed(b"tanker" * 99)
    assert first == packed(b"tanker" * 99)
    assert first[4:8] == b"\0\0\0\0"
    assert gzip.decompress(first) == b"tanker" * 99
