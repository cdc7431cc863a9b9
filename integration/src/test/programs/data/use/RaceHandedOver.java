import java.lang.ref.WeakReference;
import java.util.AbstractMap.SimpleEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** 3.1: what was put into a container of the JDK is changed behind that. */
class RaceHandedOver {
  static volatile List<Object> list;
  static volatile Map.Entry<String, Object> entry;
  static volatile Map.Entry<String, Object> pair;
  static volatile Optional<Object> optional;
  static volatile WeakReference<Object> reference;

  static void handList() {
    ArrayList<String> c = new ArrayList<>();
    list = List.of("x", c);
    c.add("x"); // RACE ArrayList#1
  }

  static void useList() {
    while (list == null) {
      Thread.onSpinWait();
    }
    ((ArrayList<?>) list.get(1)).size(); // RACE ArrayList#1
  }

  static void handEntry() {
    ArrayList<String> c = new ArrayList<>();
    entry = Map.entry("k", c);
    c.add("x"); // RACE ArrayList#2
  }

  static void useEntry() {
    while (entry == null) {
      Thread.onSpinWait();
    }
    ((ArrayList<?>) entry.getValue()).size(); // RACE ArrayList#2
  }

  static void handPair() {
    ArrayList<String> c = new ArrayList<>();
    pair = new SimpleEntry<>("k", c);
    c.add("x"); // RACE ArrayList#3
  }

  static void usePair() {
    while (pair == null) {
      Thread.onSpinWait();
    }
    ((ArrayList<?>) pair.getValue()).size(); // RACE ArrayList#3
  }

  static void handOptional() {
    ArrayList<String> c = new ArrayList<>();
    optional = Optional.of(c);
    c.add("x"); // RACE ArrayList#4
  }

  static void useOptional() {
    while (optional == null) {
      Thread.onSpinWait();
    }
    ((ArrayList<?>) optional.get()).size(); // RACE ArrayList#4
  }

  static ArrayList<String> handReference() {
    ArrayList<String> c = new ArrayList<>();
    reference = new WeakReference<>(c);
    c.add("x"); // RACE ArrayList#5
    return c;
  }

  static void useReference() {
    while (reference == null) {
      Thread.onSpinWait();
    }
    ((ArrayList<?>) reference.get()).size(); // RACE ArrayList#5
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
