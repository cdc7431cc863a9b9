import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.concurrent.ConcurrentHashMap;

/** CHM-15: what comes after the clearing is not ordered before the next insertion. */
class RaceDeserialisedMapCleared {
  static int x;

  @SuppressWarnings("unchecked")
  static <T> T copy(T object) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    }
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (T) in.readObject();
    }
  }

  public static void main(String[] args) throws Exception {
    ConcurrentHashMap<String, String> made = new ConcurrentHashMap<>();
    made.put("key", "busy");
    ConcurrentHashMap<String, String> map = copy(made);
    Thread t =
        new Thread(
            () -> {
              map.clear();
              x = 1; // RACE x
            });
    t.start();
    while (!map.isEmpty()) {
      Thread.onSpinWait();
    }
    int seen = map.putIfAbsent("key", "mine") == null ? x : 0; // RACE x
    t.join();
  }
}
