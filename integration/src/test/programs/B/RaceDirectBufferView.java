import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** VH-1: a view of a direct buffer accesses its bytes. */
class RaceDirectBufferView {
  static final VarHandle LONGS =
      MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());
  static final ByteBuffer BUFFER = ByteBuffer.allocateDirect(32);
  
  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              LONGS.set(BUFFER, 8, 1L); // RACE DirectByteBuffer
            });
    Thread second =
        new Thread(
            () -> {
              BUFFER.put(15, (byte) 1); // RACE DirectByteBuffer
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
