import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;

/** 3.4: writing bytes is synchronized. */
class NoRaceDataOutputBytes {
  private static final DataOutputStream out =
      new DataOutputStream(new ByteArrayOutputStream());

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              try {
                out.write(1);
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    Thread second =
        new Thread(
            () -> {
              try {
                out.write(new byte[4]);
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
