import java.util.Vector;

/** SY-1: what comes after the insertion is not ordered before the stream. */
class RaceVectorStream {
  static final Vector<String> VECTOR = new Vector<>();
  static int x;

  static void writer() {
    VECTOR.add("a");
    x = 1; // RACE x
  }

  public static void main(String[] args) throws Exception {
    Thread t = new Thread(RaceVectorStream::writer);
    t.start();
    while (VECTOR.stream().findFirst().isEmpty()) {
      Thread.onSpinWait();
    }
    int seen = x; // RACE x
    t.join();
  }
}
