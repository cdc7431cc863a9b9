/** FIN-7: captured variables are final fields of the lambda, which a volatile publishes here. */
class NoRaceCapturedVariables {
  static volatile java.util.function.IntSupplier published;

  public static void main(String[] args) throws Exception {
    Thread reader =
        new Thread(
            () -> {
              java.util.function.IntSupplier supplier;
              while ((supplier = published) == null) {
                Thread.onSpinWait();
              }
              if (supplier.getAsInt() != 42) {
                throw new AssertionError();
              }
            });
    reader.start();
    int captured = Integer.parseInt("42");
    published = () -> captured;
    reader.join();
  }
}
