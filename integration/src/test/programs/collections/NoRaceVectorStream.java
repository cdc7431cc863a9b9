import java.util.Vector;

/** SY-1: a stream of a vector locks the vector to find out what is there. */
class NoRaceVectorStream {
  static final Vector<String> VECTOR = new Vector<>();
  static int x;

  static void writer() {
    x = 1;
    VECTOR.add("a");
  }

  public static void main(String[] args) throws Exception {
    Thread t = new Thread(NoRaceVectorStream::writer);
    t.start();
    while (VECTOR.stream().findFirst().isEmpty()) {
      Thread.onSpinWait();
    }
    int seen = x;
    t.join();
    if (seen != 1) {
      throw new AssertionError(seen);
    }
  }
}
