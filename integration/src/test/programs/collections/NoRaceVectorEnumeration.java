import java.util.Vector;

/** SY-1: an enumeration of a vector locks the vector for each element. */
class NoRaceVectorEnumeration {
  static final Vector<String> VECTOR = new Vector<>();
  static int x;

  static void writer() {
    x = 1;
    VECTOR.add("a");
  }

  public static void main(String[] args) throws Exception {
    Thread t = new Thread(NoRaceVectorEnumeration::writer);
    t.start();
    var elements = VECTOR.elements();
    while (!elements.hasMoreElements()) {
      Thread.sleep(1);
    }
    elements.nextElement();
    int seen = x;
    t.join();
    if (seen != 1) {
      throw new AssertionError(seen);
    }
  }
}
