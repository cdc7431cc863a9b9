"""Where things are."""
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
BIN = HERE / "bin"
RESULTS = HERE / "results"
AGENT = HERE.parent / "cli" / "target" / "racedetect.jar"
