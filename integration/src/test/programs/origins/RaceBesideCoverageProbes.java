/** L 17.4.5: an array of the program is data also in a method that has probes. */
class RaceBesideCoverageProbes {
  private static transient boolean[] $jacocoData;
  static final boolean[] SEEN = new boolean[4];

  private static boolean[] $jacocoInit() {
    boolean[] data = $jacocoData;
    return data != null ? data : ($jacocoData = new boolean[4]);
  }

  static void work() {
    boolean[] probes = $jacocoInit();
    boolean[] seen = SEEN;
    probes[0] = true;
    seen[0] = true; // RACE boolean[]
    probes[1] = true;
  }

  public static void main(String[] args) throws Exception {
    Thread one = new Thread(RaceBesideCoverageProbes::work);
    Thread two = new Thread(RaceBesideCoverageProbes::work);
    one.start();
    two.start();
    one.join();
    two.join();
  }
}
