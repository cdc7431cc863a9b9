/** FIN-4: a local variable that may or may not be this is published. */
class RaceEscapeOfAlias {
  static volatile RaceEscapeOfAlias published;
  int value;

  RaceEscapeOfAlias(RaceEscapeOfAlias other) {
    RaceEscapeOfAlias either = other == null ? this : other;
    published = either;
    value = 42; // RACE value
  }

  public static void main(String[] args) throws Exception {
    Thread reader =
        new Thread(
            () -> {
              RaceEscapeOfAlias o;
              while ((o = published) == null) {
                Thread.onSpinWait();
              }
              int seen = o.value; // RACE value
            });
    reader.start();
    new RaceEscapeOfAlias(null);
    reader.join();
  }
}
