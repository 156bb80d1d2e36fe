"""``python -m l10n.checks`` writes the documentation of the rules."""

import sys

from l10n.checks.documentation import page

sys.stdout.write(page())
