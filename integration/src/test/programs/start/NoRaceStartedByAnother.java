/** THR-1, VOL-1: created by one thread, handed over by a volatile field and started by another. */
class NoRaceStartedByAnother {
  static int x;
  static volatile Thread handed;

  public static void main(String[] args) throws Exception {
    Thread starter =
        new Thread(
            () -> {
              Thread t;
              while ((t = handed) == null) {
                Thread.onSpinWait();
              }
              t.start();
            });
    starter.start();
    Thread child =
        new Thread(
            () -> {
              if (x != 1) {
                throw new AssertionError(x);
              }
            });
    x = 1;
    handed = child;
    starter.join();
    child.join();
  }
}
