"""The text in the XML of a Word document, taken as it goes by."""

_W = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_FALLBACK = "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback"
_SKIPPED = frozenset({"del", "moveFrom", "instrText", "delText", "pPrChange", "rPrChange"})
_CHARACTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_OFF = ("0", "false", "off")
_NOTES = frozenset({"separator", "continuationSeparator", "continuationNotice"})


class Body:
    """Collects paragraphs; cells of a table are parted by tabs, and its rows by line feeds."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._paragraphs: list[str] = []
        self._line: list[str] = []
        self._cells: list[list[str]] = []
        self._rows: list[list[str]] = []
        self._skipping = 0
        self._in_text = self._in_run = self._unseen = False

    def text(self) -> str:
        """The paragraphs, parted by blank lines."""
        self._end_line()
        return "\n\n".join(self._paragraphs).strip("\n")

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Begin an element; names are namespace and local name with a space between."""
        if self._skipping:
            self._skipping += 1
            return
        space, _, local = name.rpartition(" ")
        if name == _FALLBACK or (space in _W and local in _SKIPPED):
            self._skipping = 1
        elif space in _W:
            self._start(local, {key.rpartition(" ")[2]: value for key, value in attributes.items()})

    def end(self, name: str) -> None:
        """End an element."""
        if self._skipping:
            self._skipping -= 1
            return
        space, _, local = name.rpartition(" ")
        if space in _W:
            self._end(local)

    def characters(self, text: str) -> None:
        """Take text, which counts within a run alone."""
        if self._in_text and not self._unseen and not self._skipping:
            self._line.append(text)

    def _start(self, local: str, attributes: dict[str, str]) -> None:
        if local == "r":
            self._in_run, self._unseen = True, False
        elif local == "vanish":
            self._unseen = self._in_run and attributes.get("val", "1") not in _OFF
        elif local == "t":
            self._in_text = True
        elif local in _CHARACTERS and self._in_run and not self._unseen:
            self._line.append(_CHARACTERS[local])
        elif local == "p":
            self._end_line()
        elif local == "tbl":
            self._rows.append([])
        elif local == "tr":
            self._cells.append([])
        elif local == "tc" and self._cells:
            self._cells[-1].append("")
        elif local in ("footnote", "endnote") and attributes.get("type") in _NOTES:
            self._skipping = 1

    def _end(self, local: str) -> None:
        if local == "r":
            self._in_run = self._unseen = False
        elif local == "t":
            self._in_text = False
        elif local == "p":
            self._end_line()
        elif local == "tr" and self._cells and self._rows:
            self._rows[-1].append("\t".join(self._cells.pop()))
        elif local == "tbl" and self._rows:
            self._paragraph("\n".join(row for row in self._rows.pop() if row.strip()))

    def _end_line(self) -> None:
        text, self._line = "".join(self._line), []
        self._paragraph(text)

    def _paragraph(self, text: str) -> None:
        """A paragraph: of the cell that is open, or of the document."""
        if not text.strip():
            return
        if self._cells and self._cells[-1]:
            before = self._cells[-1][-1]
            self._cells[-1][-1] = f"{before}\n{text}" if before else text
        else:
            self._paragraphs.append(text)


class Properties:
    """Collects the properties of a document by their local names: title, creator, created, language."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.values: dict[str, str] = {}
        self._name = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Begin an element."""
        del attributes
        self._name = name.rpartition(" ")[2]

    def end(self, name: str) -> None:
        """End an element."""
        del name
        self._name = ""

    def characters(self, text: str) -> None:
        """Take text for the element that is open."""
        if self._name:
            self.values[self._name] = self.values.get(self._name, "") + text
