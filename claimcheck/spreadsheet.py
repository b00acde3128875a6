"""Cells that a spreadsheet must not take for a formula: how they are protected, and that undone.

Source: OWASP, CSV Injection, https://owasp.org/www-community/attacks/CSV_Injection
"""

_TRIGGERS = "=+-@\t\r\n＝＋－＠"


def protected(cell: str) -> str:
    """`cell`, behind a tab if a spreadsheet could evaluate it."""
    return "\t" + cell if _is_dangerous(cell) else cell


def unprotected(cell: str) -> str:
    """The exact inverse of `protected`; a tab that `protected` cannot have written stays."""
    return cell[1:] if cell[:1] == "\t" and _is_dangerous(cell[1:]) else cell


def _is_dangerous(cell: str) -> bool:
    first = cell[:1]
    if not first:
        return False
    if first in _TRIGGERS:
        return True
    return first.isspace() and cell.lstrip()[:1] in tuple(_TRIGGERS)
