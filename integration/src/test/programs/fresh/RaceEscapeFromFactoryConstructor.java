/** FIN-4: the constructor of an object publishes it, the method that makes it writes. */
class RaceEscapeFromFactoryConstructor {
  static volatile RaceEscapeFromFactoryConstructor published;
  int value;

  RaceEscapeFromFactoryConstructor() {
    published = this;
  }

  static void make() {
    RaceEscapeFromFactoryConstructor made = new RaceEscapeFromFactoryConstructor();
    made.value = 42; // RACE value
  }

  public static void main(String[] args) throws Exception {
    Thread reader =
        new Thread(
            () -> {
              RaceEscapeFromFactoryConstructor o;
              while ((o = published) == null) {
                Thread.onSpinWait();
              }
              int seen = o.value; // RACE value
            });
    reader.start();
    make();
    reader.join();
  }
}
