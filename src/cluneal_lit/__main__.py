"""`python -m cluneal_lit`."""

import sys

from cluneal_lit.cli import main

sys.exit(main())
