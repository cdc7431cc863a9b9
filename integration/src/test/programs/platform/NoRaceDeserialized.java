import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;

/** FIN-5: fields that deserialization or reflection sets are ordinary writes of that thread. */
class NoRaceDeserialized {
  static class Data implements Serializable {
    private static final long serialVersionUID = 1;
    final int[] frozen = {1};
    int plain = 2;
    transient int later;

    private void readObject(ObjectInputStream in) throws Exception {
      in.defaultReadObject();
      later = plain;
    }
  }

  static volatile Data published;

  public static void main(String[] args) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new ObjectOutputStream(bytes).writeObject(new Data());
    Thread reader =
        new Thread(
            () -> {
              Data data;
              while ((data = published) == null) {
                Thread.onSpinWait();
              }
              data.frozen[0] += data.plain + data.later;
              data.plain++;
            });
    reader.start();
    published =
        (Data) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
    reader.join();
  }
}
