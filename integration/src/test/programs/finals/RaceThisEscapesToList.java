/** FIN-4: the constructor registers this under a monitor and goes on writing outside of it. */
class RaceThisEscapesToList {
  static final Object M = new Object();
  static RaceThisEscapesToList registered;
  int value;

  RaceThisEscapesToList() {
    synchronized (M) {
      registered = this;
    }
    value = 42; // RACE value
  }

  static RaceThisEscapesToList find() {
    synchronized (M) {
      return registered;
    }
  }

  public static void main(String[] args) throws Exception {
    Thread reader =
        new Thread(
            () -> {
              RaceThisEscapesToList o;
              while ((o = find()) == null) {
                Thread.onSpinWait();
              }
              int seen = o.value; // RACE value
            });
    reader.start();
    new RaceThisEscapesToList();
    reader.join();
  }
}
