import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;

/** 3.4: under a lock; one byte at a time is. */
class NoRaceDataOutput {
  private static final DataOutputStream out =
      new DataOutputStream(new ByteArrayOutputStream());

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              try {
                synchronized (out) {
                  out.writeInt(1);
                }
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    Thread second =
        new Thread(
            () -> {
              try {
                synchronized (out) {
                  out.writeInt(1);
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
