package dev.racedetect.runtime.hook;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/** The memory behind a byte buffer; duplicates and slices share it. */
final class BufferMemory {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final long ADDRESS = UNSAFE.objectFieldOffset(Buffer.class, "address");
  private static final long ARRAY = UNSAFE.objectFieldOffset(ByteBuffer.class, "hb");

  private BufferMemory() {}

  /** The array of a heap buffer, read-only ones included; null for a direct one. */
  static @Nullable Object array(ByteBuffer buffer) {
    return UNSAFE.getReference(buffer, ARRAY);
  }

  /** Offset in the array, or address, of the buffer's index 0. */
  static long address(ByteBuffer buffer) {
    return UNSAFE.getLong(buffer, ADDRESS);
  }
}
