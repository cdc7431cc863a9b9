/**
 * CLI-4: a lambda or method reference makes an object of a class that implements the interface,
 * which is initialised before if it has a default method.
 */
class NoRaceLambdaOfInterface {
  static final int[] CELLS = new int[3];

  static Integer initialise(int cell) {
    CELLS[cell] = 1;
    return cell;
  }

  interface Task {
    Integer CELL = initialise(0);

    int run();

    default int twice() {
      return run() + run();
    }
  }

  interface Above {
    Integer CELL = initialise(1);

    default int none() {
      return 0;
    }
  }

  interface Below extends Above {
    int run();
  }

  interface Marker {
    Integer CELL = initialise(2);

    default int none() {
      return 0;
    }
  }

  static void first() {
    Task task = () -> 1;
    int sum = CELLS[0];
    Below below = () -> sum;
    int both = sum + CELLS[1];
    Runnable marked = (Runnable & Marker) () -> {};
    marked.run();
    check(both + CELLS[2]);
  }

  static void second() {
    Task task = NoRaceLambdaOfInterface.class.getName()::length;
    int sum = CELLS[0];
    Below below = () -> 2;
    sum += CELLS[1];
    Runnable marked = (Runnable & Marker) NoRaceLambdaOfInterface::nothing;
    check(sum + CELLS[2]);
  }

  static void nothing() {}

  static void check(int sum) {
    if (sum != 3) {
      throw new AssertionError(sum);
    }
  }

  public static void main(String[] args) throws Exception {
    Thread first = new Thread(NoRaceLambdaOfInterface::first);
    Thread second = new Thread(NoRaceLambdaOfInterface::second);
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
