/** L15.26.2, L15.14.2: a compound assignment whose right side throws has only read; under a lock it does not race. */
class NoRaceCompoundThatThrows {
  private static class Cell {
    int number = 1;
    int zero;
    long total = 2;
    int[] elements = {1, 2, 3};
    Cell other;
  }

  private static final Object LOCK = new Object();
  private static int locked;
  private static double[] lockedSums = new double[3];

  private static int fails() {
    throw new IllegalStateException("expected");
  }

  private static int onlyRead(Cell cell) {
    int failed = 0;
    try {
      cell.number += fails();
    } catch (IllegalStateException expected) {
      failed++;
    }
    try {
      cell.number += 5 / cell.zero;
    } catch (ArithmeticException expected) {
      failed++;
    }
    try {
      cell.total %= cell.zero;
    } catch (ArithmeticException expected) {
      failed++;
    }
    try {
      cell.number += cell.other.number;
    } catch (NullPointerException expected) {
      failed++;
    }
    try {
      cell.elements[1] += cell.elements[7];
    } catch (ArrayIndexOutOfBoundsException expected) {
      failed++;
    }
    try {
      cell.elements[2] += fails();
    } catch (IllegalStateException expected) {
      failed++;
    }
    try {
      cell.elements[9]++;
    } catch (ArrayIndexOutOfBoundsException expected) {
      failed++;
    }
    try {
      cell.other.number++;
    } catch (NullPointerException expected) {
      failed++;
    }
    return failed + cell.number + cell.elements[1] + cell.elements[2];
  }

  private static void underLock() {
    synchronized (LOCK) {
      locked++;
      lockedSums[1] += locked * 0.5;
      locked -= 3;
    }
  }

  public static void main(String[] args) throws Exception {
    Cell cell = new Cell();
    int[] results = new int[2];
    Thread[] threads = new Thread[2];
    for (int i = 0; i < threads.length; i++) {
      int own = i;
      threads[i] =
          new Thread(
              () -> {
                results[own] += onlyRead(cell);
                underLock();
              });
    }
    for (Thread thread : threads) {
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    if (results[0] != 8 + 1 + 2 + 3 || results[1] != results[0]) {
      throw new AssertionError(results[0] + " " + results[1]);
    }
  }
}
