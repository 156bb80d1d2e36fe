"""``python -m l10n``."""

from l10n.cli import main

if __name__ == "__main__":  # else another process, spawned to help, imports this
    main()
