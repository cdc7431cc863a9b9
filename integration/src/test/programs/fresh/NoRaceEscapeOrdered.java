/** FIN-4, VOL-1: this escapes, but what is written behind that is handed over by another write. */
class NoRaceEscapeOrdered {
  static volatile NoRaceEscapeOrdered published;
  volatile boolean ready;
  int before;
  int value;

  NoRaceEscapeOrdered() {
    before = 1;
    published = this;
    value = 42;
    ready = true;
  }

  public static void main(String[] args) throws Exception {
    Thread reader =
        new Thread(
            () -> {
              NoRaceEscapeOrdered o;
              while ((o = published) == null) {
                Thread.onSpinWait();
              }
              int before = o.before;
              while (!o.ready) {
                Thread.onSpinWait();
              }
              if (o.value + before != 43) {
                throw new AssertionError();
              }
            });
    reader.start();
    new NoRaceEscapeOrdered();
    reader.join();
  }
}
