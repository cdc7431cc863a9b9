// JDK 25+

/** SC-9: a scoped value orders nothing: two threads that have bound one object race on it. */
class RaceScopedValueShared {
  static final ScopedValue<int[]> BOX = ScopedValue.newInstance();

  public static void main(String[] args) throws Exception {
    int[] box = new int[1];
    Thread[] threads = new Thread[2];
    for (int i = 0; i < threads.length; i++) {
      threads[i] =
          new Thread(
              () ->
                  ScopedValue.where(BOX, box)
                      .run(
                          () -> {
                            BOX.get()[0]++; // RACE int[]
                          }));
    }
    for (Thread thread : threads) {
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }
}
