import java.io.ByteArrayInputStream;

/** 3.5: read writes into the array. */
class RaceStreamRead {
  public static void main(String[] args) throws Exception {
    ByteArrayInputStream in = new ByteArrayInputStream(new byte[8]);
    byte[] a = new byte[8];
    Thread first =
        new Thread(
            () -> {
              in.read(a, 2, 4); // RACE byte[]
            });
    Thread second =
        new Thread(
            () -> {
              byte seen = a[5]; // RACE byte[]
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
