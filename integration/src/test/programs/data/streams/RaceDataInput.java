import java.io.ByteArrayInputStream;
import java.io.DataInputStream;

/** 3.4: not safe for use by several threads, says the class. */
class RaceDataInput {
  private static final DataInputStream in =
      new DataInputStream(new ByteArrayInputStream(new byte[64]));

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              try {
                in.readInt(); // RACE DataInputStream
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    Thread second =
        new Thread(
            () -> {
              try {
                in.readLong(); // RACE DataInputStream
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
