"""Text literals of Java classes, read from their files: nothing is loaded or executed."""

import struct
import zipfile

# what follows an entry's tag in the table of constants, by tag; a long and a double take two places
_SIZES = {3: 4, 4: 4, 5: 8, 6: 8, 7: 2, 8: 2, 9: 4, 10: 4, 11: 4, 12: 4, 15: 3, 16: 2, 17: 4, 18: 4, 19: 2, 20: 2}
_TEXT, _STRING, _WIDE = 1, 8, (5, 6)


def literals(data):
    """The string literals of one class, from the bytes of its file."""
    if data[:4] != b"\xca\xfe\xba\xbe":
        raise ValueError("no class file")
    (count,) = struct.unpack_from(">H", data, 8)
    texts, strings, at, index = {}, [], 10, 1
    while index < count:
        tag, at = data[at], at + 1
        if tag == _TEXT:
            (length,) = struct.unpack_from(">H", data, at)
            texts[index] = data[at + 2 : at + 2 + length].decode("utf-8", "surrogateescape")
            at += 2 + length
        else:
            if tag == _STRING:
                strings.append(struct.unpack_from(">H", data, at)[0])
            at += _SIZES[tag]
        index += 2 if tag in _WIDE else 1
    return {texts[number] for number in strings}


class Jars:
    """Jars of one release, by the simple names of their classes: packages move from release to release."""

    def __init__(self, files):
        self._places = {}
        self._services = []
        for file in files:
            with zipfile.ZipFile(file) as jar:
                for name in jar.namelist():
                    if name.endswith(".class"):
                        self._places.setdefault(name.rpartition("/")[2].removesuffix(".class"), []).append((file, name))
                    elif name == "META-INF/services/org.apache.spark.sql.sources.DataSourceRegister":
                        self._services.extend(jar.read(name).decode().splitlines())

    def literals(self, simple_name):
        """Of a class and what belongs to it (`X`, `X$`); empty where the release has none of that name."""
        found = set()
        for name in (simple_name, f"{simple_name}$"):
            for file, path in self._places.get(name, []):
                with zipfile.ZipFile(file) as jar:
                    found |= literals(jar.read(path))
        return found

    def sources(self):
        """Simple names of the data sources that the release registers."""
        lines = [line.partition("#")[0].strip() for line in self._services]
        return {line.rpartition(".")[2] for line in lines if line}
