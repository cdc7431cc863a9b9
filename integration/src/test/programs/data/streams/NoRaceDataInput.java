import java.io.ByteArrayInputStream;
import java.io.DataInputStream;

/** 3.4: under a lock. */
class NoRaceDataInput {
  private static final DataInputStream in =
      new DataInputStream(new ByteArrayInputStream(new byte[64]));

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              try {
                synchronized (in) {
                  in.readInt();
                }
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    Thread second =
        new Thread(
            () -> {
              try {
                synchronized (in) {
                  in.readLong();
                }
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
