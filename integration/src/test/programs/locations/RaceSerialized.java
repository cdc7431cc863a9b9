import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;

/** Serialization reads the fields of an object, and the elements of its arrays. */
class RaceSerialized {
  static final Held HELD = new Held();
  
  static class Held implements Serializable {
    int number = 1;
    String text = "a";
    final int[] elements = {1, 2};
    transient int apart;
  }

  static void write() {
    try (ObjectOutputStream out = new ObjectOutputStream(OutputStream.nullOutputStream())) {
      out.writeObject(HELD); // RACE number, text, int[]
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              HELD.number = 2; // RACE number
              HELD.text = "b"; // RACE text
              HELD.elements[1] = 3; // RACE int[]
            });
    Thread second =
        new Thread(
            () -> {
              write();
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
