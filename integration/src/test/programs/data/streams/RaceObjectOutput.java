import java.io.ByteArrayOutputStream;
import java.io.ObjectOutputStream;

/** 3.4: objects written by two threads. */
class RaceObjectOutput {
  private static ObjectOutputStream out;

  public static void main(String[] args) throws Exception {
    out = new ObjectOutputStream(new ByteArrayOutputStream());
    Thread first =
        new Thread(
            () -> {
              try {
                out.writeObject("a"); // RACE ObjectOutputStream
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    Thread second =
        new Thread(
            () -> {
              try {
                out.writeObject("b"); // RACE ObjectOutputStream
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
