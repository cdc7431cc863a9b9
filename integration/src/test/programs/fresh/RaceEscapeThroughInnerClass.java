/** FIN-4: an inner object is published before a field of the outer one is written. */
class RaceEscapeThroughInnerClass {
  static volatile View published;
  int value;

  class View {
    int read() {
      return value; // RACE value
    }
  }

  RaceEscapeThroughInnerClass() {
    published = new View();
    value = 42; // RACE value
  }

  public static void main(String[] args) throws Exception {
    Thread reader =
        new Thread(
            () -> {
              View o;
              while ((o = published) == null) {
                Thread.onSpinWait();
              }
              int seen = o.read();
            });
    reader.start();
    new RaceEscapeThroughInnerClass();
    reader.join();
  }
}
