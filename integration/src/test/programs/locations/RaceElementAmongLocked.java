/** L17.4.5: elements of one array under locks of their own; the one that two threads change without a lock races. */
class RaceElementAmongLocked {
  private static final int SIZE = 200;
  private static final Object[] LOCKS = new Object[SIZE];
  private static final int[] VALUES = new int[SIZE];

  private static void work(int seed) {
    for (int round = 0; round < 5; round++) {
      for (int i = 0; i < SIZE; i++) {
        int at = (i * 7 + seed) % SIZE;
        if (at != 77) {
          synchronized (LOCKS[at]) {
            VALUES[at] = VALUES[at] + 1;
          }
        }
      }
    }
    VALUES[77] = seed; // RACE int[]
  }

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < SIZE; i++) {
      LOCKS[i] = new Object();
    }
    Thread one = new Thread(() -> work(1));
    Thread two = new Thread(() -> work(2));
    one.start();
    two.start();
    one.join();
    two.join();
    int sum = 0;
    for (int value : VALUES) {
      sum += value;
    }
    System.out.println(sum > 0);
  }
}
