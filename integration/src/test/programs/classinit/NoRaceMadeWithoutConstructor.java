import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;

/** CLI-2: a deserialised object is of a class that is initialised, though by no constructor. */
class NoRaceMadeWithoutConstructor {
  static final int[] CELLS = new int[1];

  static class Data implements Serializable {
    static final long serialVersionUID = 1;

    static {
      CELLS[0] = 1;
    }

    int value = 5;
  }

  /** Like {@link Data}, under whose name it is read back. */
  static class Twin implements Serializable {
    static final long serialVersionUID = 1;
    int value = 5;
  }

  static byte[] serialised() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(new Twin());
    }
    String text = new String(bytes.toByteArray(), "ISO-8859-1");
    return text.replace("Constructor$Twin", "Constructor$Data").getBytes("ISO-8859-1");
  }

  static void read(InputStream in) {
    try (ObjectInputStream objects = new ObjectInputStream(in)) {
      Data data = (Data) objects.readObject();
      if (data.value != 5 || CELLS[0] != 1) {
        throw new AssertionError();
      }
    } catch (IOException | ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  public static void main(String[] args) throws Exception {
    byte[] bytes = serialised();
    Thread first = new Thread(() -> read(new ByteArrayInputStream(bytes)));
    Thread second = new Thread(() -> read(new ByteArrayInputStream(bytes)));
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
