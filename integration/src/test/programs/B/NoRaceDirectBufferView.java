import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** VH-1: a view of a direct buffer accesses the bytes that it is asked for. */
class NoRaceDirectBufferView {
  static final VarHandle LONGS =
      MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());
  static final ByteBuffer BUFFER = ByteBuffer.allocateDirect(32);
  
  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              LONGS.set(BUFFER, 8, 1L);
            });
    Thread second =
        new Thread(
            () -> {
              BUFFER.put(16, (byte) 1);
              BUFFER.put(7, (byte) 1);
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
