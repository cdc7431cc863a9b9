import java.util.ListResourceBundle;

/** F11: what getContents() has made comes before the use of its values, by any thread. */
class NoRaceListResourceBundle extends ListResourceBundle {
  static final class Value {
    int plain;
  }

  @Override
  protected Object[][] getContents() {
    Value value = new Value();
    value.plain = 1;
    return new Object[][] {{"key", value}};
  }

  public static void main(String[] args) throws Exception {
    for (int round = 0; round < 20; round++) {
      NoRaceListResourceBundle bundle = new NoRaceListResourceBundle();
      Thread[] threads = new Thread[2];
      for (int i = 0; i < threads.length; i++) {
        threads[i] =
            new Thread(
                () -> {
                  if (((Value) bundle.getObject("key")).plain != 1) {
                    throw new AssertionError();
                  }
                });
        threads[i].start();
      }
      for (Thread thread : threads) {
        thread.join();
      }
    }
  }
}
