import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** A view accesses all the bytes that it spans. */
class RaceByteArrayView {
  static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  public static void main(String[] args) throws Exception {
    byte[] bytes = new byte[16];
    Thread first =
        new Thread(
            () -> {
              INT.set(bytes, 4, 1); // RACE byte[]
            });
    Thread second =
        new Thread(
            () -> {
              int seen = bytes[6]; // RACE byte[]
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
