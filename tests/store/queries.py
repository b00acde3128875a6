"""Queries and the texts that each has to find, on any database."""

TEXTS = ("red tank", "blue tank", "red car", "tanks and cars", "naïve -dash OR")
MEANINGS = [
    ("tank", ["red tank", "blue tank", "tanks and cars"]),
    ("TANKS red", ["red tank"]),
    ('"red car"', ["red car"]),
    ('"car red"', []),
    ("ta*", ["red tank", "blue tank", "tanks and cars"]),
    ("tank -red", ["blue tank", "tanks and cars"]),
    ('tank -red -"blue tank"', ["tanks and cars"]),
    ("-red tank", ["blue tank", "tanks and cars"]),
    ("blue OR car", ["blue tank", "red car", "tanks and cars"]),
    ("red tank OR car", ["red tank", "red car"]),
    ("blue OR car OR naive", ["blue tank", "red car", "tanks and cars", "naïve -dash OR"]),
    ("OR red OR", ["red tank", "red car"]),
    ("red OR -tank", ["red car"]),
    ("and", ["tanks and cars"]),
    ("or", ["naïve -dash OR"]),
    ("NEAR(red)", []),
    ("text:red", []),
    ('"red', ["red tank", "red car"]),
    ("re\0d", []),
]
