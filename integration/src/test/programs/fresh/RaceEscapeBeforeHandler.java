/** FIN-4: this is published, and an exception handler writes a field. */
class RaceEscapeBeforeHandler {
  static volatile RaceEscapeBeforeHandler published;
  int value;

  RaceEscapeBeforeHandler(Object[] none) {
    try {
      published = this;
      none[0] = "";
    } catch (ArrayIndexOutOfBoundsException expected) {
      value = 42; // RACE value
    }
  }

  public static void main(String[] args) throws Exception {
    Thread reader =
        new Thread(
            () -> {
              RaceEscapeBeforeHandler o;
              while ((o = published) == null) {
                Thread.onSpinWait();
              }
              int seen = o.value; // RACE value
            });
    reader.start();
    new RaceEscapeBeforeHandler(new Object[0]);
    reader.join();
  }
}
