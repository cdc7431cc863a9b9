import java.util.Vector;

/** SY-1: what comes after the insertion is not ordered before the enumeration. */
class RaceVectorEnumeration {
  static final Vector<String> VECTOR = new Vector<>();
  static int x;

  static void writer() {
    VECTOR.add("a");
    x = 1; // RACE x
  }

  public static void main(String[] args) throws Exception {
    Thread t = new Thread(RaceVectorEnumeration::writer);
    t.start();
    var elements = VECTOR.elements();
    while (!elements.hasMoreElements()) {
      Thread.sleep(1);
    }
    elements.nextElement();
    int seen = x; // RACE x
    t.join();
  }
}
