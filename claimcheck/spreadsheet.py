"""What a spreadsheet does to cells: kept from taking them for formulas, and undone where it rewrites them.

Source: OWASP, CSV Injection, https://owasp.org/www-community/attacks/CSV_Injection
"""

import re
from decimal import Decimal

_CURLY = str.maketrans("‘’‚‛“”„‟", "''''\"\"\"\"")
_SHOWN_DIGITS = 9
"""As many decimals a cell has room for; a spreadsheet saves what the cell shows."""
_PLAIN_NUMBER = re.compile(r"[0-9]*\.?[0-9]+", re.ASCII)
_TRIGGERS = "=+-@\t\r\n＝＋－＠"


def protected(cell: str) -> str:
    """`cell`, behind a tab if a spreadsheet could evaluate it."""
    return "\t" + cell if _is_dangerous(cell) else cell


def unprotected(cell: str) -> str:
    """The exact inverse of `protected`; a tab that `protected` cannot have written stays."""
    return cell[1:] if cell[:1] == "\t" and _is_dangerous(cell[1:]) else cell


def decimal(cell: str, *, comma: bool) -> str:
    """A number without its percent sign and, where `comma` separates decimals, with a point; any other cell as it is.

    `comma` holds for a file whose cells are separated by something else.
    """
    written = cell.strip()
    share = written.removesuffix("%").rstrip()
    number = share.replace(",", ".", 1) if comma else share
    if number == cell or not _PLAIN_NUMBER.fullmatch(number):
        return cell
    return f"{Decimal(number) / 100:f}" if share != written else number


def is_resaved(cell: object, stored: object) -> bool:
    """Whether a cell says what is stored, apart from what a spreadsheet changes on its own when it saves or helps."""
    if cell == stored:
        return True
    if isinstance(cell, float) and isinstance(stored, float):
        return round(stored, _SHOWN_DIGITS) == round(cell, _SHOWN_DIGITS)
    if not isinstance(cell, str) or not isinstance(stored, str):
        return False
    if cell in ("TRUE", "FALSE"):
        return stored.strip().upper() == cell
    lines, own = (text.replace("\r\n", "\n").replace("\r", "\n") for text in (cell, stored))
    return own in (lines, lines.translate(_CURLY), lines.strip("\u00a0"), lines.translate(_CURLY).strip("\u00a0"))


def _is_dangerous(cell: str) -> bool:
    first = cell[:1]
    if not first:
        return False
    if first in _TRIGGERS:
        return True
    return first.isspace() and cell.lstrip()[:1] in tuple(_TRIGGERS)
