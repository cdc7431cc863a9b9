/** CLI-8: a lambda of an interface without default methods does not initialise it. */
class RaceLambdaOfPlainInterface {
  static int x;

  interface Task {
    Integer ONE = Integer.valueOf("1");

    int run();
  }

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              x = 1; // RACE x
              int seen = Task.ONE;
            });
    Thread second =
        new Thread(
            () -> {
              Task task = () -> 2;
              int seen = x; // RACE x
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
