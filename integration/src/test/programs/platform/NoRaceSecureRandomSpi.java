import java.security.SecureRandom;
import java.security.SecureRandomSpi;

/** F10: a random source that does not say that it is thread-safe is called by one thread at a time. */
class NoRaceSecureRandomSpi {
  static final class Source extends SecureRandomSpi {
    int plain;

    @Override
    protected void engineSetSeed(byte[] seed) {
      plain++;
    }

    @Override
    protected void engineNextBytes(byte[] bytes) {
      plain++;
    }

    @Override
    protected byte[] engineGenerateSeed(int length) {
      return new byte[length];
    }
  }

  static final class Mine extends SecureRandom {
    Mine() {
      super(new Source(), null);
    }
  }

  public static void main(String[] args) throws Exception {
    SecureRandom random = new Mine();
    Thread other =
        new Thread(
            () -> {
              random.nextInt();
              random.setSeed(new byte[4]);
            });
    other.start();
    random.nextBytes(new byte[8]);
    random.setSeed(1L);
    other.join();
  }
}
