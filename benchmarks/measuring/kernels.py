"""The kernels' facts: their sizes, how work grows with size, and the ratios other detectors have."""
import math

# Problem sizes. Go and Java share all but spawn: a goroutine is a hundred times cheaper to start than a thread.
SIZES = {
    "counter": 30_000_000, "stripes": 30_000_000, "bank": 30_000_000, "rwmap": 12_000_000, "atomics": 80_000_000,
    "prodcons": 4_000_000, "spawn": 4_000, "arrays": 2_000_000, "sor": 1200, "matmul": 800, "qsort": 10_000_000,
    "readshared": 2_000_000, "trees": 18, "nbody": 1200, "wordcount": 48_000_000,
}
NATIVE_SIZES = dict(SIZES, spawn=1_000_000)

# How the work of a kernel grows with its size; linear if not named.
_WORK = {
    "sor": lambda n: (n - 2) ** 2, "matmul": lambda n: n ** 3, "qsort": lambda n: n * math.log2(n),
    "trees": lambda n: 2.0 ** n, "nbody": lambda n: n ** 2,
}

# Detector runs of Go and C++ are made this much smaller where the detector is that slow.
NATIVE_SCALE = {"counter": 6, "stripes": 6, "bank": 12, "atomics": 4, "rwmap": 2, "spawn": 10}

# Sizes for a quick look: about a tenth of the work.
QUICK = {
    **{k: n // 10 for k, n in SIZES.items()},
    "sor": 400, "matmul": 380, "trees": 15, "nbody": 400,
}
NATIVE_QUICK = dict(QUICK, spawn=100_000)

# Go 1.19 -race, 2 threads, measured once on a 2-core x86-64 machine: for machines without Go.
GO_ELSEWHERE = {
    "counter": 40, "stripes": 14, "bank": 30, "rwmap": 8.1, "atomics": 11, "prodcons": 5.7, "spawn": 5.7,
    "arrays": 10, "sor": 16, "matmul": 22, "qsort": 6.9, "readshared": 13, "trees": 5.0, "nbody": 5.3,
    "wordcount": 3.7,
}

GOAL_TIME_MEAN = 3.0
GOAL_MEMORY_MEAN = 3.0
GOAL_MEMORY_WORST = 6.0


def work(kernel, size):
    """Relative amount of work of a kernel at a size, so that runs of different size can be compared."""
    return _WORK.get(kernel, float)(size)


def scaled(kernel, size, factor):
    """The size at which the kernel has about 1/factor of the work, never below the smallest sensible one."""
    target = work(kernel, size) / factor
    low, high = 4, size
    while low < high:
        middle = (low + high + 1) // 2
        if work(kernel, middle) <= target:
            low = middle
        else:
            high = middle - 1
    return low
