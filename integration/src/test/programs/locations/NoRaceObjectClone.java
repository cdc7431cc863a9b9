/** A copy made by clone() is a fresh object: the readers of the original do not concern it. */
public class NoRaceObjectClone implements Cloneable {
  int v = 1;
  volatile int ready;

  NoRaceObjectClone copy() {
    try {
      return (NoRaceObjectClone) super.clone();
    } catch (CloneNotSupportedException e) {
      throw new AssertionError(e);
    }
  }

  public static void main(String[] args) throws Exception {
    NoRaceObjectClone original = new NoRaceObjectClone();
    int[] seen = new int[1];
    Thread t = new Thread(() -> seen[0] = original.v);
    t.start();
    Thread.sleep(200);
    NoRaceObjectClone copy = original.copy();
    copy.v = 2;
    copy.ready = 1;
    t.join();
    System.out.println(copy.v + seen[0]);
  }
}
