import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** CHM-15: who adds a key again comes after who removed it. */
class NoRaceInProgressSet {
  static int x;

  public static void main(String[] args) throws Exception {
    Set<String> busy = ConcurrentHashMap.newKeySet();
    Thread[] threads = new Thread[3];
    for (int k = 0; k < 3; k++) {
      threads[k] =
          new Thread(
              () -> {
                for (int i = 0; i < 50; i++) {
                  while (!busy.add("job")) {
                    Thread.yield();
                  }
                  x++;
                  busy.remove("job");
                }
              });
      threads[k].start();
    }
    for (Thread t : threads) {
      t.join();
    }
  }
}
