import java.util.Hashtable;
import java.util.Properties;

/** SY-3, SY-4, SY-5: tables and buffers that are locked by themselves. */
class NoRaceLegacyTables {
  static int x;

  public static void main(String[] args) throws Exception {
    Hashtable<String, int[]> table = new Hashtable<>();
    Properties properties = new Properties();
    StringBuffer buffer = new StringBuffer();
    Thread first =
        new Thread(
            () -> {
              table.put("k", new int[] {1});
              x = 1;
              properties.setProperty("k", "v");
              int[] before = table.get("k");
              before[0]++;
              buffer.append("x");
            });
    first.start();
    while (properties.getProperty("k") == null) {
      Thread.onSpinWait();
    }
    x++;
    while (buffer.length() == 0) {
      Thread.onSpinWait();
    }
    table.get("k")[0]++;
    first.join();
  }
}
