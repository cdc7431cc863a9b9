// JDK 21+

/** TERM-3: a join with a duration orders if it returns true. */
class NoRaceJoinWithDuration {
  static int x;

  public static void main(String[] args) throws Exception {
    Thread t = Thread.startVirtualThread(() -> x = 1);
    if (!t.join(java.time.Duration.ofMinutes(1))) {
      throw new AssertionError();
    }
    if (x != 1) {
      throw new AssertionError(x);
    }
  }
}
