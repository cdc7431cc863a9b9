/** CLI-2: the call of a static method is a trigger. */
class NoRaceStaticMethod {
  static class Lazy {
    private static int[] cells = {1, 2, 3};

    static int sum() {
      int sum = 0;
      for (int cell : cells) {
        sum += cell;
      }
      return sum;
    }
  }

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              if (Lazy.sum() != 6) {
                throw new AssertionError();
              }
            });
    Thread second =
        new Thread(
            () -> {
              if (Lazy.sum() != 6) {
                throw new AssertionError();
              }
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
