import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;

/** Serialization reads what is not transient, with the locks of who calls it. */
class NoRaceSerialized {
  static final Held HELD = new Held();
  
  static class Held implements Serializable {
    int number = 1;
    String text = "a";
    final int[] elements = {1, 2};
    transient int apart;
  }

  static void write() {
    try (ObjectOutputStream out = new ObjectOutputStream(OutputStream.nullOutputStream())) {
      out.writeObject(HELD);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              HELD.apart = 2;
              synchronized (HELD) {
                HELD.number = 2;
                HELD.text = "b";
                HELD.elements[1] = 3;
              }
            });
    Thread second =
        new Thread(
            () -> {
              synchronized (HELD) {
                write();
              }
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
