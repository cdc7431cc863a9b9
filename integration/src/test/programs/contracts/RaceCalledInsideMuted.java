import java.security.Provider;
import java.security.SecureRandom;
import java.security.SecureRandomSpi;

/**
 * SY-8: the locks inside SecureRandom order nothing, and a generator that says that it is thread-safe is
 * called without any.
 */
class RaceCalledInsideMuted {
  static int calls;

  /** A generator of the application's own, behind the JDK's SecureRandom. */
  public static class Counting extends SecureRandomSpi {
    @Override
    protected void engineSetSeed(byte[] seed) {}

    @Override
    protected void engineNextBytes(byte[] bytes) {
      bytes[0] = (byte) ++calls; // RACE calls
    }

    @Override
    protected byte[] engineGenerateSeed(int count) {
      return new byte[count];
    }
  }

  static class Own extends Provider {
    Own() {
      super("Own", "1", "");
      put("SecureRandom.Counting", Counting.class.getName());
      put("SecureRandom.Counting ThreadSafe", "true");
    }
  }

  public static void main(String[] args) throws Exception {
    SecureRandom random = SecureRandom.getInstance("Counting", new Own());
    Thread[] threads = new Thread[2];
    for (int i = 0; i < threads.length; i++) {
      threads[i] =
          new Thread(
              () -> {
                for (int n = 0; n < 1000; n++) {
                  random.nextBytes(new byte[1]);
                }
              });
      threads[i].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }
}
