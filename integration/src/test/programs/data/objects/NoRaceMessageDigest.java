import java.security.MessageDigest;

/** 3.4: one location: reads only, or one for each thread. */
class NoRaceMessageDigest {
  private static final MessageDigest digest = digest();
  
  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              digest.getAlgorithm();
            });
    Thread second =
        new Thread(
            () -> {
              digest.getDigestLength();
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
