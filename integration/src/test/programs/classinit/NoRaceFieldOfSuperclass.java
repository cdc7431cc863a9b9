/** CLI-5: a static field named through the subclass initialises the class that declares it. */
class NoRaceFieldOfSuperclass {
  static class Base {
    static int[] cells = {1, 2, 3};
  }

  static class Sub extends Base {}

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              if (Sub.cells[1] != 2) {
                throw new AssertionError();
              }
            });
    Thread second =
        new Thread(
            () -> {
              if (Base.cells[1] != 2) {
                throw new AssertionError();
              }
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
