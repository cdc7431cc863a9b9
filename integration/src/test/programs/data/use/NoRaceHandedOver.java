import java.lang.ref.WeakReference;
import java.util.AbstractMap.SimpleEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** 3.1: what was put into a container of the JDK was changed before that. */
class NoRaceHandedOver {
  static volatile List<Object> list;
  static volatile Map.Entry<String, Object> entry;
  static volatile Map.Entry<String, Object> pair;
  static volatile Optional<Object> optional;
  static volatile WeakReference<Object> reference;

  static void handList() {
    ArrayList<String> c = new ArrayList<>();
    c.add("x");
    list = List.of("x", c);
  }

  static void useList() {
    while (list == null) {
      Thread.onSpinWait();
    }
    ((ArrayList<?>) list.get(1)).size();
  }

  static void handEntry() {
    ArrayList<String> c = new ArrayList<>();
    c.add("x");
    entry = Map.entry("k", c);
  }

  static void useEntry() {
    while (entry == null) {
      Thread.onSpinWait();
    }
    ((ArrayList<?>) entry.getValue()).size();
  }

  static void handPair() {
    ArrayList<String> c = new ArrayList<>();
    c.add("x");
    pair = new SimpleEntry<>("k", c);
  }

  static void usePair() {
    while (pair == null) {
      Thread.onSpinWait();
    }
    ((ArrayList<?>) pair.getValue()).size();
  }

  static void handOptional() {
    ArrayList<String> c = new ArrayList<>();
    c.add("x");
    optional = Optional.of(c);
  }

  static void useOptional() {
    while (optional == null) {
      Thread.onSpinWait();
    }
    ((ArrayList<?>) optional.get()).size();
  }

  static ArrayList<String> handReference() {
    ArrayList<String> c = new ArrayList<>();
    c.add("x");
    reference = new WeakReference<>(c);
    return c;
  }

  static void useReference() {
    while (reference == null) {
      Thread.onSpinWait();
    }
    ((ArrayList<?>) reference.get()).size();
  }

  public static void main(String[] args) throws Exception {
    ArrayList<?>[] kept = new ArrayList<?>[1];
    Thread t =
        new Thread(
            () -> {
              handList();
              handEntry();
              handPair();
              handOptional();
              kept[0] = handReference();
            });
    t.start();
    useList();
    useEntry();
    usePair();
    useOptional();
    useReference();
    t.join();
    if (kept[0].isEmpty()) {
      throw new AssertionError();
    }
  }
}
