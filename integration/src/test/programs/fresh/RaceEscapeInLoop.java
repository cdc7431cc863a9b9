/** FIN-4: the first round of a loop publishes this, the second writes a field. */
class RaceEscapeInLoop {
  static volatile RaceEscapeInLoop published;
  int value;

  RaceEscapeInLoop(int rounds) {
    for (int i = 0; i < rounds; i++) {
      value = i; // RACE value
      if (i == 0) {
        published = this;
      }
    }
  }

  public static void main(String[] args) throws Exception {
    Thread reader =
        new Thread(
            () -> {
              RaceEscapeInLoop o;
              while ((o = published) == null) {
                Thread.onSpinWait();
              }
              int seen = o.value; // RACE value
            });
    reader.start();
    new RaceEscapeInLoop(2);
    reader.join();
  }
}
