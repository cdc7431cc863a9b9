/** L 17.6: fields of one object are written independently. */
class NoRaceNeighbourFields {
  byte a;
  byte b;
  boolean c;
  boolean d;

  public static void main(String[] args) throws Exception {
    NoRaceNeighbourFields o = new NoRaceNeighbourFields();
    Thread first =
        new Thread(
            () -> {
              for (int i = 0; i < 1_000; i++) {
                o.a++;
                o.c = !o.c;
              }
            });
    Thread second =
        new Thread(
            () -> {
              for (int i = 0; i < 1_000; i++) {
                o.b++;
                o.d = !o.d;
              }
            });
    first.start();
    second.start();
    first.join();
    second.join();
    if (o.a != o.b || o.c || o.d) {
      throw new AssertionError();
    }
  }
}
