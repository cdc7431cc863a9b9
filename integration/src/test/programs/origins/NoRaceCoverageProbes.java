/** Probes of a coverage tool, in the form that the tool inserts them, are no data of the program. */
class NoRaceCoverageProbes {
  private static transient boolean[] $jacocoData;

  private static boolean[] $jacocoInit() {
    boolean[] data = $jacocoData;
    return data != null ? data : ($jacocoData = new boolean[4]);
  }

  static void work() {
    boolean[] probes = $jacocoInit();
    probes[0] = true;
    for (int i = 0; i < 10; i++) {
      probes[1] = true;
    }
    probes[3] = true;
  }

  public static void main(String[] args) throws Exception {
    Thread one = new Thread(NoRaceCoverageProbes::work);
    Thread two = new Thread(NoRaceCoverageProbes::work);
    one.start();
    two.start();
    one.join();
    two.join();
  }
}
