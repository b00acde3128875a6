"""Measures how the numbers of two texts are compared; see `number_pairs.py`, which this starts.

    python benchmarks/numbers.py --gold FILE [--part NAME] [--out FILE]

This file has the name of a module of the standard library, which the other programs in this folder would find here.
Whoever imports it therefore gets that one.
"""

import os
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

if __name__ == "__main__":
    from number_pairs import main

    sys.exit(main())

spec = spec_from_file_location("numbers", Path(os.__file__).with_name("numbers.py"))
if spec is not None and spec.loader is not None:
    module = sys.modules["numbers"] = module_from_spec(spec)
    spec.loader.exec_module(module)
