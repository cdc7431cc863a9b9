/** The field of one object is not that of another. */
class NoRaceSameFieldOfTwoObjects {
  int x;

  public static void main(String[] args) throws Exception {
    NoRaceSameFieldOfTwoObjects a = new NoRaceSameFieldOfTwoObjects();
    NoRaceSameFieldOfTwoObjects b = new NoRaceSameFieldOfTwoObjects();
    Thread first =
        new Thread(
            () -> {
              a.x++;
            });
    Thread second =
        new Thread(
            () -> {
              b.x++;
            });
    first.start();
    second.start();
    first.join();
    second.join();
    if (a.x + b.x != 2) {
      throw new AssertionError();
    }
  }
}
