/** Compound assignments and increments of fields and elements. */
class RaceCompoundAssignments {
  static int a;
  static long b;
  static String s = "";
  static final short[] CELLS = new short[1];

  static void work() {
    a += 2; // RACE a
    --b; // RACE b
    s += "x"; // RACE s
    CELLS[0] <<= 1; // RACE short[]
  }

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              work();
            });
    Thread second =
        new Thread(
            () -> {
              work();
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
