"""Whether a zip is safe to unpack: a small one can hold a thousand times its own size."""

import zipfile

LARGEST = 1 << 30
SUSPECT = 50 << 20
RATIO = 200


def swells(package: zipfile.ZipFile) -> bool:
    """Whether it says that it unpacks to more than is safe; `zipfile` gives no more than that."""
    members = package.infolist()
    unpacked = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members) or 1
    return unpacked > LARGEST or (unpacked > SUSPECT and unpacked / packed > RATIO)
