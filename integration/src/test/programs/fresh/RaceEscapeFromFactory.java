/** FIN-4: a method publishes the object that it has made and goes on writing to it. */
class RaceEscapeFromFactory {
  static volatile RaceEscapeFromFactory published;
  int before;
  int value;

  static void make() {
    RaceEscapeFromFactory made = new RaceEscapeFromFactory();
    made.before = 1;
    published = made;
    made.value = 42; // RACE value
  }

  public static void main(String[] args) throws Exception {
    Thread reader =
        new Thread(
            () -> {
              RaceEscapeFromFactory o;
              while ((o = published) == null) {
                Thread.onSpinWait();
              }
              int fine = o.before;
              int seen = o.value; // RACE value
            });
    reader.start();
    make();
    reader.join();
  }
}
