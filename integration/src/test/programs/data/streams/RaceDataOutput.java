import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;

/** 3.4: what counts bytes is not locked. */
class RaceDataOutput {
  private static final DataOutputStream out =
      new DataOutputStream(new ByteArrayOutputStream());

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              try {
                out.writeInt(1); // RACE DataOutputStream
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    Thread second =
        new Thread(
            () -> {
              try {
                out.writeInt(1); // RACE DataOutputStream
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
