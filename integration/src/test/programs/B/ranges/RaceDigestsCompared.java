import java.security.MessageDigest;

/** 3.5: digests are compared to their end. */
class RaceDigestsCompared {
  public static void main(String[] args) throws Exception {
    byte[] array = new byte[8];
    for (int i = 0; i < array.length; i++) {
      array[i] = (byte) i;
    }
    Thread first =
        new Thread(
            () -> {
              boolean equal = MessageDigest.isEqual(array, new byte[8]); // RACE byte[]
            });
    Thread second =
        new Thread(
            () -> {
              array[7] = 9; // RACE byte[]
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
