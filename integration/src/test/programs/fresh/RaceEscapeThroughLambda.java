import java.util.function.IntSupplier;

/** FIN-4: a lambda that reads a field of this is published before the field is written. */
class RaceEscapeThroughLambda {
  static volatile IntSupplier published;
  int value;

  RaceEscapeThroughLambda() {
    published = () -> value; // RACE value
    value = 42; // RACE value
  }

  public static void main(String[] args) throws Exception {
    Thread reader =
        new Thread(
            () -> {
              IntSupplier o;
              while ((o = published) == null) {
                Thread.onSpinWait();
              }
              int seen = o.getAsInt();
            });
    reader.start();
    new RaceEscapeThroughLambda();
    reader.join();
  }
}
