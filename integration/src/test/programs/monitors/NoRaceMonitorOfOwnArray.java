/** MON-1: an array of the program's own class has a monitor, but no fields to keep its state in. */
class NoRaceMonitorOfOwnArray {
  enum Kind {
    SMALL,
    LARGE
  }

  static final Kind[] KINDS = Kind.values();
  static final Object COPY = ((Object[]) KINDS).clone();
  static int x;
  static int y;

  static void inc() {
    synchronized (KINDS) {
      x++;
    }
    synchronized (COPY) {
      y++;
    }
  }

  public static void main(String[] args) throws Exception {
    Thread first = new Thread(NoRaceMonitorOfOwnArray::inc);
    Thread second = new Thread(NoRaceMonitorOfOwnArray::inc);
    first.start();
    second.start();
    first.join();
    second.join();
    if (x != 2 || y != 2) {
      throw new AssertionError(x + " " + y);
    }
  }
}
