/** FIN-4: the constructor publishes this by a volatile write, and writes a field after that. */
class RaceThisEscapesPlain {
  int value;
  static volatile RaceThisEscapesPlain published;

  RaceThisEscapesPlain() {
    published = this;
    value = 42; // RACE value
  }

  public static void main(String[] args) throws Exception {
    Thread reader =
        new Thread(
            () -> {
              RaceThisEscapesPlain o;
              while ((o = published) == null) {
                Thread.onSpinWait();
              }
              int seen = o.value; // RACE value
            });
    reader.start();
    new RaceThisEscapesPlain();
    reader.join();
  }
}
