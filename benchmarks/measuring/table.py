"""Markdown tables and the few figures they are made of."""
import statistics


def markdown(head, rows):
    """A Markdown table; the first column is left-aligned, the others right-aligned."""
    rows = [[str(c) for c in r] for r in rows]
    widths = [max(len(r[i]) for r in [head, *rows]) for i in range(len(head))]
    def line(cells):
        padded = [c.ljust(w) if i == 0 else c.rjust(w) for i, (c, w) in enumerate(zip(cells, widths))]
        return "| " + " | ".join(padded) + " |"
    rule = "|" + "|".join(("-" * (w + 2) if i == 0 else "-" * (w + 1) + ":") for i, w in enumerate(widths)) + "|"
    return "\n".join([line(head), rule, *map(line, rows)])


def median(values):
    """The median, None of nothing."""
    values = list(values)
    return statistics.median(values) if values else None


def geometric_mean(values):
    """The geometric mean, None of nothing."""
    values = [v for v in values if v]
    return statistics.geometric_mean(values) if values else None


def times(value):
    """A ratio as text: 12x, 3.4x, 0.98x; a dash for None."""
    if value is None:
        return "-"
    return f"{value:.0f}x" if value >= 20 else f"{value:.1f}x" if value >= 2 else f"{value:.2f}x"
