import java.security.MessageDigest;

/** 3.5: of a second digest of another length nothing is promised. */
class NoRaceDigestsCompared {
  public static void main(String[] args) throws Exception {
    byte[] array = new byte[8];
    for (int i = 0; i < array.length; i++) {
      array[i] = (byte) i;
    }
    Thread first =
        new Thread(
            () -> {
              boolean equal = MessageDigest.isEqual(new byte[2], array);
            });
    Thread second =
        new Thread(
            () -> {
              array[7] = 9;
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
