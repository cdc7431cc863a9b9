/** F4: what the output stream locks inside is no order for its users. */
class RacePrintln {
  static int x;

  static void work() {
    System.out.println("in");
    x++; // RACE x
    System.out.println("out");
  }

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              work();
            });
    Thread second =
        new Thread(
            () -> {
              work();
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
