/** FIN-4: the constructor that this one calls publishes this. */
class RaceEscapeThroughThisCall {
  static volatile RaceEscapeThroughThisCall published;
  int value;

  RaceEscapeThroughThisCall() {
    published = this;
  }

  RaceEscapeThroughThisCall(int value) {
    this();
    this.value = value; // RACE value
  }

  public static void main(String[] args) throws Exception {
    Thread reader =
        new Thread(
            () -> {
              RaceEscapeThroughThisCall o;
              while ((o = published) == null) {
                Thread.onSpinWait();
              }
              int seen = o.value; // RACE value
            });
    reader.start();
    new RaceEscapeThroughThisCall(42);
    reader.join();
  }
}
