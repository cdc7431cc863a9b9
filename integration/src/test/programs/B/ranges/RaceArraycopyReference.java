/** 3.5: System.arraycopy through a method reference. */
class RaceArraycopyReference {
  interface Copy {
    void copy(Object from, int fromIndex, Object to, int toIndex, int length);
  }

  static final Copy COPY = System::arraycopy;

  public static void main(String[] args) throws Exception {
    int[] from = new int[2];
    int[] to = new int[8];
    Thread first =
        new Thread(
            () -> {
              COPY.copy(from, 0, to, 2, 2); // RACE int[]
            });
    Thread second =
        new Thread(
            () -> {
              int seen = to[3]; // RACE int[]
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
