/** Two threads walk over one array in loops that never meet at an element that one of them writes. */
class NoRaceLoopsBeside {
  static final int[] CELLS = new int[1_003];
  static final long[] NONE = null;

  /** Every second element, which reads its neighbours only where nobody writes. */
  static void stride(int[] a, int from, int to) {
    for (int i = from; i < to; i += 2) {
      a[i] = a[i] + i;
    }
  }

  /** Not each round accesses the element. */
  static int sometimes(int[] a, int parity) {
    int sum = 0;
    for (int i = 0; i < a.length; i++) {
      if ((i & 1) == parity) {
        sum += a[i];
        a[i] = sum;
      }
    }
    return sum;
  }

  /** The loop ends before the element that the other thread writes. */
  static int untilNegative(int[] a, int from) {
    int sum = 0;
    for (int i = from; i < a.length; i++) {
      if (i == 500) {
        break;
      }
      sum += a[i];
    }
    for (int i = from; i < a.length; i++) {
      if (i >= 500) {
        return sum;
      }
      sum += a[i];
    }
    return sum;
  }

  /** The array changes in the loop, the counter jumps, the limit falls. */
  static void odd(int[] mine, int[] other) {
    int[] a = mine;
    for (int i = 0; i < a.length; i++) {
      a[i] = i;
      if (i == 3) {
        a = new int[5];
      }
    }
    for (int i = 0; i < mine.length; i++) {
      mine[i] = i;
      i += 2;
    }
    int limit = 10;
    for (int i = 0; i < limit; i++) {
      mine[i] = i;
      limit--;
    }
  }

  /** No round at all. */
  static long never(long[] a, int[] shared, int from) {
    long sum = 0;
    for (int i = from; i < 0; i++) {
      sum += a[i];
      shared[i] = 1;
    }
    for (int i = 600; i < from; i++) {
      shared[i] = 1;
    }
    return sum;
  }

  /** Ends by an exception in the first round. */
  static void failing(int[] shared) {
    try {
      for (int i = shared.length; i < 2_000; i++) {
        shared[i] = 1;
      }
    } catch (ArrayIndexOutOfBoundsException expected) {
      never(NONE, shared, 1);
    }
  }

  static void run(int parity) {
    stride(CELLS, parity, CELLS.length);
    sometimes(CELLS, parity);
    odd(new int[40], CELLS);
    never(NONE, CELLS, parity);
    failing(CELLS);
    for (int round = 0; round < 3; round++) {
      for (int i = parity; i < 900; i += 2) {
        CELLS[i + 100]++;
      }
    }
  }

  public static void main(String[] args) throws Exception {
    Thread first = new Thread(() -> run(0));
    Thread second = new Thread(() -> run(1));
    first.start();
    second.start();
    first.join();
    second.join();
    int[] halves = new int[1_000];
    Thread lower = new Thread(() -> untilNegative(halves, 0));
    Thread upper =
        new Thread(
            () -> {
              for (int i = 500; i < 1_000; i++) {
                halves[i] = i;
              }
            });
    lower.start();
    upper.start();
    lower.join();
    upper.join();
  }
}
