package dev.racedetect.runtime.shadow;

import dev.racedetect.runtime.thread.OffsetLookup;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/**
 * The memory behind a buffer, which its duplicates, slices and views share: the array of a heap
 * buffer, or, outside the heap, the direct buffer that the others were made from. That one keeps
 * the memory alive, so that memory used again belongs to another object.
 *
 * <p>Missed are accesses through two buffers that native code or {@code MemorySegment} has made
 * separately for the same addresses.
 */
public final class BufferMemory {
  /** Bytes of direct memory beyond which it is not watched. */
  static final int LARGEST = 1 << 26;

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final long ADDRESS = UNSAFE.objectFieldOffset(Buffer.class, "address");
  private static final long LIMIT = UNSAFE.objectFieldOffset(Buffer.class, "limit");
  private static final long POSITION = UNSAFE.objectFieldOffset(Buffer.class, "position");
  private static final long BYTES = array(ByteBuffer.class);
  private static final long CHARS = array(CharBuffer.class);
  private static final long SHORTS = array(ShortBuffer.class);
  private static final long INTS = array(IntBuffer.class);
  private static final long LONGS = array(LongBuffer.class);
  private static final long FLOATS = array(FloatBuffer.class);
  private static final long DOUBLES = array(DoubleBuffer.class);

  /** What is known of the classes of views and direct buffers; replaced under the class lock. */
  private static volatile Kind[] known = new Kind[0];

  private static final class Kind {
    final Class<?> type;

    /** Where a view of a byte buffer keeps that, or a direct buffer its origin; -1 if nowhere. */
    final long link;

    Kind(Class<?> type, long link) {
      this.type = type;
      this.link = link;
    }
  }

  private BufferMemory() {}

  private static long array(Class<?> type) {
    return UNSAFE.objectFieldOffset(type, "hb");
  }

  /** How many bits to shift an index by to get a distance in bytes. */
  public static int shift(Object buffer) {
    if (buffer instanceof ByteBuffer) {
      return 0;
    }
    if (buffer instanceof CharBuffer || buffer instanceof ShortBuffer) {
      return 1;
    }
    return buffer instanceof IntBuffer || buffer instanceof FloatBuffer ? 2 : 3;
  }

  /** The buffer's own array, read-only ones included; null for a direct one and for a view. */
  public static @Nullable Object array(Object buffer) {
    long offset;
    if (buffer instanceof ByteBuffer) {
      offset = BYTES;
    } else if (buffer instanceof CharBuffer) {
      offset = CHARS;
    } else if (buffer instanceof IntBuffer) {
      offset = INTS;
    } else if (buffer instanceof LongBuffer) {
      offset = LONGS;
    } else if (buffer instanceof ShortBuffer) {
      offset = SHORTS;
    } else {
      offset = buffer instanceof FloatBuffer ? FLOATS : DOUBLES;
    }
    return UNSAFE.getReference(buffer, offset);
  }

  /** Offset in the array, or address, of the buffer's index 0. */
  public static long address(Object buffer) {
    return UNSAFE.getLong(buffer, ADDRESS);
  }

  /** As {@code position()}, which is no use of the buffer here. */
  public static int position(Object buffer) {
    return UNSAFE.getInt(buffer, POSITION);
  }

  /** As {@code limit()}, likewise. */
  public static int limit(Object buffer) {
    return UNSAFE.getInt(buffer, LIMIT);
  }

  /**
   * What keeps the content: an array, or the direct byte buffer from which a direct one was made;
   * null if that is something else, as a string.
   */
  public static @Nullable Object origin(Object buffer) {
    Object own = array(buffer);
    if (own != null) {
      return own;
    }
    long link = link(buffer.getClass());
    if (link < 0) {
      return null;
    }
    Object linked = UNSAFE.getReference(buffer, link);
    if (linked == null) {
      return buffer instanceof ByteBuffer direct && direct.isDirect() ? direct : null;
    }
    if (!(linked instanceof ByteBuffer bytes)) {
      return null;
    }
    return bytes.isDirect() ? bytes : array(bytes);
  }

  private static long link(Class<?> type) {
    for (Kind kind : known) {
      if (kind.type == type) {
        return kind.link;
      }
    }
    return classify(type);
  }

  private static synchronized long classify(Class<?> type) {
    long link = -1;
    for (Class<?> c = type; c != null && link < 0; c = c.getSuperclass()) {
      String name = c.getName();
      if (name.startsWith("java.nio.ByteBufferAs")) {
        link = OffsetLookup.of(c, "bb");
      } else if (name.startsWith("java.nio.Direct")) {
        link = OffsetLookup.of(c, "att");
      }
    }
    Kind[] wider = new Kind[known.length + 1];
    System.arraycopy(known, 0, wider, 0, known.length);
    wider[known.length] = new Kind(type, link);
    known = wider;
    return link;
  }

  /**
   * How many elements an origin of content has that are watched: those of an array, the bytes of a
   * direct buffer.
   */
  static int elements(Object origin) {
    if (origin instanceof Buffer direct) {
      int bytes = direct.capacity();
      return bytes <= LARGEST ? bytes : 0;
    }
    return java.lang.reflect.Array.getLength(origin);
  }
}
