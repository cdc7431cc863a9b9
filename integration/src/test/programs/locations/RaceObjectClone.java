/** The copy loop of clone() reads every field of the original. */
public class RaceObjectClone implements Cloneable {
  int v = 1;

  public static void main(String[] args) throws Exception {
    RaceObjectClone original = new RaceObjectClone();
    Thread t =
        new Thread(
            () -> {
              original.v = 7; // RACE v
            });
    t.start();
    RaceObjectClone copy = (RaceObjectClone) original.clone(); // RACE v
    t.join();
    System.out.println(copy.v > 0);
  }
}
