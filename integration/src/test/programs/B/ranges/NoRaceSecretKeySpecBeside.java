import javax.crypto.spec.SecretKeySpec;

/** 3.5: bytes beside the key. */
class NoRaceSecretKeySpecBeside {
  public static void main(String[] args) throws Exception {
    byte[] array = new byte[32];
    for (int i = 0; i < array.length; i++) {
      array[i] = (byte) i;
    }
    Thread first =
        new Thread(
            () -> {
              new SecretKeySpec(array, 8, 16, "AES");
            });
    Thread second =
        new Thread(
            () -> {
              array[24] = 7;
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
