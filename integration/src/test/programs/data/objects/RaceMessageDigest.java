import java.security.MessageDigest;

/** 3.4: one location. */
class RaceMessageDigest {
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
              digest.update((byte) 1); // RACE MessageDigest$Delegate$CloneableDelegate
            });
    Thread second =
        new Thread(
            () -> {
              digest.update((byte) 2); // RACE MessageDigest$Delegate$CloneableDelegate
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
