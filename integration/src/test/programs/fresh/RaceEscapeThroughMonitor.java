/** FIN-4: the object is published within a block that is synchronized on it. */
class RaceEscapeThroughMonitor {
  static volatile RaceEscapeThroughMonitor published;
  int value;

  RaceEscapeThroughMonitor() {
    synchronized (this) {
      published = this;
    }
    value = 42; // RACE value
  }

  public static void main(String[] args) throws Exception {
    Thread reader =
        new Thread(
            () -> {
              RaceEscapeThroughMonitor o;
              while ((o = published) == null) {
                Thread.onSpinWait();
              }
              int seen = o.value; // RACE value
            });
    reader.start();
    new RaceEscapeThroughMonitor();
    reader.join();
  }
}
