"""Compile `shorthand.lark` into two modules of `shorthand/syntax`.

python grammar/build.py            write the modules
python grammar/build.py --check    fail if a module is not what the grammar compiles to
"""

import sys
from pathlib import Path

# Python puts the folder of a script on the path, not the checkout that contains it.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from grammar.compiler.command import main

if __name__ == "__main__":
    main(sys.argv[1:])
