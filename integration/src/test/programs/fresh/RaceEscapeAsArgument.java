/** FIN-4: the constructor hands this to a method that publishes it. */
class RaceEscapeAsArgument {
  static volatile RaceEscapeAsArgument published;
  int value;

  RaceEscapeAsArgument() {
    register(this);
    value = 42; // RACE value
  }

  private static void register(RaceEscapeAsArgument o) {
    published = o;
  }

  public static void main(String[] args) throws Exception {
    Thread reader =
        new Thread(
            () -> {
              RaceEscapeAsArgument o;
              while ((o = published) == null) {
                Thread.onSpinWait();
              }
              int seen = o.value; // RACE value
            });
    reader.start();
    new RaceEscapeAsArgument();
    reader.join();
  }
}
