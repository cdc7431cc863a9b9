package dev.racedetect.runtime.hook;

import dev.racedetect.runtime.shadow.CollectionShadows;
import dev.racedetect.runtime.thread.ThreadState;
import java.nio.ByteBuffer;
import jdk.internal.misc.Unsafe;

/**
 * The bytes of buffers on the heap: they are the elements of the array inside, which views and
 * duplicates share, and with {@code ByteBuffer.wrap} the application, too.
 *
 * <p>Missed are the bytes of direct buffers, and those that relative, bulk and view operations
 * access: two threads that move one buffer's position race for that already.
 */
final class BufferContent {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final long ARRAY = UNSAFE.objectFieldOffset(ByteBuffer.class, "hb");
  private static final long OFFSET = UNSAFE.objectFieldOffset(ByteBuffer.class, "offset");

  private BufferContent() {}

  /**
   * A read or write at an index of a buffer, if either the buffer or its array counts. What is out
   * of bounds is left to the buffer, which throws.
   *
   * @param width how many bytes
   */
  static void access(Object buffer, int index, int width, boolean write) {
    if (!(UNSAFE.getReference(buffer, ARRAY) instanceof byte[] bytes)
        || CollectionShadows.unknown(buffer) && CollectionShadows.unknown(bytes)) {
      return;
    }
    ThreadState thread = ThreadState.current();
    int first = index + UNSAFE.getInt(buffer, OFFSET);
    if (thread.mute != 0 || index < 0 || first < 0 || first > bytes.length - width) {
      return;
    }
    if (write && width == 1) {
      ArrayHooks.beforeWrite(bytes, first, thread, thread.context, 0);
    } else if (width == 1) {
      ArrayHooks.beforeRead(bytes, first, thread, thread.context, 0);
    } else if (write) {
      ArrayHooks.afterStores(bytes, first + width, first, 0, 0, 1, thread, thread.context, 0);
    } else {
      ArrayHooks.afterLoads(bytes, first + width, first, 0, 0, 1, thread, thread.context, 0);
    }
  }
}
