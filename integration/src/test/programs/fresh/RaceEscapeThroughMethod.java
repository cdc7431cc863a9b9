/** FIN-4: a private method that the constructor calls publishes this. */
class RaceEscapeThroughMethod {
  static volatile RaceEscapeThroughMethod published;
  int value;

  RaceEscapeThroughMethod() {
    register();
    value = 42; // RACE value
  }

  private void register() {
    published = this;
  }

  public static void main(String[] args) throws Exception {
    Thread reader =
        new Thread(
            () -> {
              RaceEscapeThroughMethod o;
              while ((o = published) == null) {
                Thread.onSpinWait();
              }
              int seen = o.value; // RACE value
            });
    reader.start();
    new RaceEscapeThroughMethod();
    reader.join();
  }
}
