/** CLI-3: the superclass is initialised before its subclass, whoever does either. */
class NoRaceSuperclass {
  static class Base {
    static final int[] CELLS = {1, 2, 3};
  }

  static class Sub extends Base {
    static final int[] SAME = CELLS;
  }

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              if (Base.CELLS[1] != 2) {
                throw new AssertionError();
              }
            });
    Thread second =
        new Thread(
            () -> {
              if (Sub.SAME[1] != 2) {
                throw new AssertionError();
              }
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
