import javax.crypto.spec.PBEKeySpec;

/** 3.5: a password and a salt are copied. */
class RacePasswordSpec {
  public static void main(String[] args) throws Exception {
    byte[] array = new byte[8];
    for (int i = 0; i < array.length; i++) {
      array[i] = (byte) i;
    }
    Thread first =
        new Thread(
            () -> {
              new PBEKeySpec(new char[] {'p'}, array, 1, 128); // RACE byte[]
            });
    Thread second =
        new Thread(
            () -> {
              array[7] = 7; // RACE byte[]
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
