import java.io.ByteArrayOutputStream;
import java.io.ObjectOutputStream;

/** 3.4: objects written under a lock. */
class NoRaceObjectOutput {
  private static ObjectOutputStream out;

  public static void main(String[] args) throws Exception {
    out = new ObjectOutputStream(new ByteArrayOutputStream());
    Thread first =
        new Thread(
            () -> {
              try {
                synchronized (out) {
                  out.writeObject("a");
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
                  out.writeObject("b");
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
