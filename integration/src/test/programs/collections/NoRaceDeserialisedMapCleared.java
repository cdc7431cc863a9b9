import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.concurrent.ConcurrentHashMap;

/** CHM-15: the same where no method of the map has ever put the key: the map was deserialized. */
class NoRaceDeserialisedMapCleared {
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
              x = 1;
              map.clear();
            });
    t.start();
    while (!map.isEmpty()) {
      Thread.onSpinWait();
    }
    if (map.putIfAbsent("key", "mine") == null && x != 1) {
      throw new AssertionError(x);
    }
    t.join();
  }
}
