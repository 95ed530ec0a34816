"""``python -m prep``."""

from prep.cli import run

if __name__ == "__main__":
    run()
