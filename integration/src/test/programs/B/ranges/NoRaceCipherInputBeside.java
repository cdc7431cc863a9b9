import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/** 3.5: a cipher reads nothing else. */
class NoRaceCipherInputBeside {
  private static final byte[] array = new byte[32];

  private static void encrypt() {
    try {
      Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
      cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(new byte[16], "AES"));
      cipher.doFinal(array, 8, 16);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public static void main(String[] args) throws Exception {
    array[0] = 1;
    Thread first = new Thread(NoRaceCipherInputBeside::encrypt);
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
