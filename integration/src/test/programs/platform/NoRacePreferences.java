import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.prefs.AbstractPreferences;

/**
 * F: the methods that implement a node of preferences are called with the node locked, and what came
 * before a change comes before its event.
 */
class NoRacePreferences extends AbstractPreferences {
  private final Map<String, String> values = new HashMap<>();
  private int calls;

  static final CountDownLatch TOLD = new CountDownLatch(1);
  static int plain;

  NoRacePreferences(AbstractPreferences parent, String name) {
    super(parent, name);
  }

  @Override
  protected void putSpi(String key, String value) {
    calls++;
    values.put(key, value);
  }

  @Override
  protected String getSpi(String key) {
    calls++;
    return values.get(key);
  }

  @Override
  protected void removeSpi(String key) {
    values.remove(key);
  }

  @Override
  protected void removeNodeSpi() {}

  @Override
  protected String[] keysSpi() {
    calls++;
    return values.keySet().toArray(new String[0]);
  }

  @Override
  protected String[] childrenNamesSpi() {
    return new String[0];
  }

  @Override
  protected AbstractPreferences childSpi(String name) {
    return new NoRacePreferences(this, name);
  }

  @Override
  protected void syncSpi() {}

  @Override
  protected void flushSpi() {}

  public static void main(String[] args) throws Exception {
    NoRacePreferences root = new NoRacePreferences(null, "");
    Thread other =
        new Thread(
            () -> {
              for (int i = 0; i < 100; i++) {
                root.put("other", "" + i);
              }
            });
    other.start();
    for (int i = 0; i < 100; i++) {
      root.get("other", null);
    }
    root.keys();
    other.join();
    root.addPreferenceChangeListener(
        event -> {
          if (plain != 1) {
            throw new AssertionError();
          }
          TOLD.countDown();
        });
    plain = 1;
    root.put("first", "x");
    TOLD.await();
  }
}
