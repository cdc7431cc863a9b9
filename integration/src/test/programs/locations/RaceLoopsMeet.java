/** Two threads walk over one array in loops that meet at one element. */
class RaceLoopsMeet {
  static final int[] CELLS = new int[1_000];

  static void lower() {
    for (int i = 0; i < 499; i += 2) {
      CELLS[i + 2] = i; // RACE int[]
    }
  }

  static long upper(int[] a) {
    long sum = 0;
    for (int i = 501; i < a.length; i++) {
      sum += a[i - 1]; // RACE int[]
    }
    return sum;
  }

  public static void main(String[] args) throws Exception {
    Thread first = new Thread(() -> lower());
    Thread second = new Thread(() -> upper(CELLS));
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
