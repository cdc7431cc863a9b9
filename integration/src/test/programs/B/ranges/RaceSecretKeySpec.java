import javax.crypto.spec.SecretKeySpec;

/** 3.5: a key is copied. */
class RaceSecretKeySpec {
  public static void main(String[] args) throws Exception {
    byte[] array = new byte[16];
    for (int i = 0; i < array.length; i++) {
      array[i] = (byte) i;
    }
    Thread first =
        new Thread(
            () -> {
              new SecretKeySpec(array, "AES"); // RACE byte[]
            });
    Thread second =
        new Thread(
            () -> {
              array[3] = 7; // RACE byte[]
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
