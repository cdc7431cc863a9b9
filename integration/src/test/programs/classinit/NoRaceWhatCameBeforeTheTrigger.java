/**
 * CLI-1: everything that the initialising thread did before, also before the trigger, is ordered
 * before later uses.
 */
class NoRaceWhatCameBeforeTheTrigger {
  static int x;

  static class Lazy {
    static final Thread INITIALISER = Thread.currentThread();
  }

  static void use() {
    Thread by = Lazy.INITIALISER;
    if (by != Thread.currentThread() && x != 1) {
      throw new AssertionError(x);
    }
  }

  public static void main(String[] args) throws Exception {
    Thread writer =
        new Thread(
            () -> {
              x = 1;
              use();
            });
    Thread reader =
        new Thread(
            () -> {
              try {
                Thread.sleep(30);
              } catch (InterruptedException e) {
                throw new AssertionError(e);
              }
              Thread by = Lazy.INITIALISER;
              if (by != Thread.currentThread() && x != 1) {
                throw new AssertionError(x);
              }
            });
    writer.start();
    reader.start();
    writer.join();
    reader.join();
  }
}
