import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** VH-6: a view of a direct buffer, through two buffers of the same memory. */
class NoRaceDirectBuffer {
  static final VarHandle INT =
      MethodHandles.byteBufferViewVarHandle(int[].class, ByteOrder.nativeOrder());

  int x;

  public static void main(String[] args) throws Exception {
    NoRaceDirectBuffer o = new NoRaceDirectBuffer();
    ByteBuffer buffer = ByteBuffer.allocateDirect(16);
    ByteBuffer copy = buffer.slice(4, 8);
    Thread first =
        new Thread(
            () -> {
              o.x = 1;
              INT.setRelease(buffer, 4, 1);
            });
    Thread second =
        new Thread(
            () -> {
              while ((int) INT.getAcquire(copy, 0) == 0) {
                Thread.onSpinWait();
              }
              if (o.x != 1) {
                throw new AssertionError();
              }
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
