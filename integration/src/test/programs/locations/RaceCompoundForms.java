/** L15.26.2, L15.14.2: a compound assignment and an increment read the variable and write it; two threads without an order race. */
class RaceCompoundForms {
  private static int number;
  private static long wide;
  private static int value;
  private static int[] counts = new int[4];
  private static double[] sums = new double[4];
  private static byte[] bytes = new byte[4];

  private int steps;
  private long total;
  private double mean;
  private double weight = 2;
  private short small;
  private int last;

  private int all(int[] elements, double[] doubles, byte[] small8, int i) {
    number++; // RACE number
    wide += 3L * i; // RACE wide
    int before = value++; // RACE value
    elements[1]++; // RACE int[]
    doubles[i + 1] += i * 0.5; // RACE double[]
    small8[2] |= 4; // RACE byte[]
    steps--; // RACE steps
    int after = ++last; // RACE last
    total += (long) i << 2; // RACE total
    mean += weight * 2; // RACE mean
    small += 3; // RACE small
    return before + after;
  }

  public static void main(String[] args) throws Exception {
    RaceCompoundForms object = new RaceCompoundForms();
    Thread[] threads = new Thread[2];
    for (int i = 0; i < threads.length; i++) {
      threads[i] = new Thread(() -> object.all(counts, sums, bytes, 1));
    }
    for (Thread thread : threads) {
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }
}
