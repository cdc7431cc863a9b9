/** FIN-4: one of two branches publishes this. */
class RaceEscapeInBranch {
  static volatile RaceEscapeInBranch published;
  int value;

  RaceEscapeInBranch(boolean early) {
    if (early) {
      published = this;
    }
    value = 42; // RACE value
  }

  public static void main(String[] args) throws Exception {
    Thread reader =
        new Thread(
            () -> {
              RaceEscapeInBranch o;
              while ((o = published) == null) {
                Thread.onSpinWait();
              }
              int seen = o.value; // RACE value
            });
    reader.start();
    new RaceEscapeInBranch(true);
    reader.join();
  }
}
