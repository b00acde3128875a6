"""Our own gold texts as a folder of marked texts, and small grammars to look at."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from claimcheck.attribution.language import parsed
from claimcheck.attribution.tagging.sketch import Sketch

GOLD = Path(__file__).resolve().parents[2] / "data/attribution_gold.jsonl"
ROLES = ("Source", "Cue", "Content")
DENIAL = "Ilsa Varnek denied on Monday that the buoys had been moved. The harbour was closed at noon."
QUOTED = "“No buoy has been moved,” Varnek said. “Anyone can check that.” The sea was calm.\n\nNobody came."


def documents(number: int) -> list[dict[str, Any]]:
    """The first gold texts."""
    return [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()[:number]]


def write_marked(folder: Path, texts: list[dict[str, Any]], annotator: str = "abcd") -> Path:
    """Write texts and their attributions as brat has them; gives the folder."""
    for name in ("text", "attributions"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for each in texts:
        (folder / "text" / f"{each['doc_id']}.txt").write_text(each["text"], encoding="utf-8", newline="")
        lines: list[str] = []
        for attribution in each["attributions"]:
            arguments = []
            for role in ROLES:
                spans = attribution[role.lower()]
                if spans:
                    name = f"T{len(lines) + 1}"
                    places = ";".join(f"{start} {end}" for start, end in spans)
                    words = " ".join(each["text"][start:end] for start, end in spans)
                    lines.append(f"{name}\t{role} {places}\t{words}".replace("\n", " "))
                    arguments.append(f"{role}:{name}")
            lines.append(f"E{len(lines) + 1}\tAttribution:T0 {' '.join(arguments)}")
        path = folder / "attributions" / f"{each['doc_id']}_{annotator}.ann"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


@cache
def sketch(text: str) -> Sketch:
    return Sketch(parsed(text))


def token(text: str, word: str) -> int:
    """The first token that is this word."""
    return sketch(text).parsed.words.index(word)
