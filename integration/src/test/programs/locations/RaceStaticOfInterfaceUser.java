/** A static array that an interface declares. */
class RaceStaticOfInterfaceUser {
  interface Shared {
    int[] CELLS = new int[1];
  }

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              Shared.CELLS[0]++; // RACE int[]
            });
    Thread second =
        new Thread(
            () -> {
              Shared.CELLS[0]++; // RACE int[]
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
