import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.prefs.AbstractPreferences;

/** F: what comes after a change is not ordered before its event. */
class RacePreferences extends AbstractPreferences {
  private final Map<String, String> values = new HashMap<>();

  static final CountDownLatch TOLD = new CountDownLatch(1);
  static int plain;

  RacePreferences() {
    super(null, "");
  }

  @Override
  protected void putSpi(String key, String value) {
    values.put(key, value);
  }

  @Override
  protected String getSpi(String key) {
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
    return values.keySet().toArray(new String[0]);
  }

  @Override
  protected String[] childrenNamesSpi() {
    return new String[0];
  }

  @Override
  protected AbstractPreferences childSpi(String name) {
    throw new UnsupportedOperationException();
  }

  @Override
  protected void syncSpi() {}

  @Override
  protected void flushSpi() {}

  public static void main(String[] args) throws Exception {
    RacePreferences root = new RacePreferences();
    root.addPreferenceChangeListener(
        event -> {
          int seen = plain; // RACE plain
          TOLD.countDown();
        });
    root.put("first", "x");
    plain = 1; // RACE plain
    TOLD.await();
  }
}
