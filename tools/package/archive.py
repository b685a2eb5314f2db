"""A zip that is the same, byte for byte, wherever and whenever it is made."""

from __future__ import annotations

import io
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

THE_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip can hold: no file of it was changed at any other."""
READABLE = 0o644 << 16


def zipped(files: Mapping[str, bytes]) -> bytes:
    """The zip of files by path, in the order of their paths."""
    written = io.BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as archive:
        for path in sorted(files):
            info = ZipInfo(path, THE_FIRST_DAY)
            info.compress_type = ZIP_DEFLATED
            info.external_attr = READABLE
            # As on the machine that Amazon knows best, whatever machine this is.
            info.create_system = 3
            archive.writestr(info, files[path])
    return written.getvalue()
