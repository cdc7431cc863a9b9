"""What the benchmark scripts share: finding tools, building, running, and rendering tables."""
