"""Packs the job's package for `--py-files`: `python3 deploy/package.py` writes dist/orders_stream.zip."""

import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "dist" / "orders_stream.zip"

TARGET.parent.mkdir(exist_ok=True)
with zipfile.ZipFile(TARGET, "w", zipfile.ZIP_DEFLATED) as archive:
    for file in sorted((ROOT / "orders_stream").glob("*.py")):
        archive.write(file, file.relative_to(ROOT))
print(TARGET.relative_to(ROOT))
