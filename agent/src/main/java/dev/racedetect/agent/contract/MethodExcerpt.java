package dev.racedetect.agent.contract;

import java.io.ByteArrayOutputStream;
import java.util.BitSet;
import org.objectweb.asm.ClassReader;

/**
 * A class file with few of the methods of another. Large classes have a row or two: reading and
 * writing the excerpt takes a fraction of the time, and the rewritten methods are then put into the
 * original. That works because the writer keeps the constant pool of what it has read, and appends
 * to it.
 */
final class MethodExcerpt {
  private final byte[] original;
  private final ClassReader reader;
  private final ClassShape shape;
  private final BitSet chosen;

  /**
   * Makes an excerpt.
   *
   * @param chosen indices of its methods
   */
  MethodExcerpt(byte[] original, ClassReader reader, ClassShape shape, BitSet chosen) {
    this.original = original;
    this.reader = reader;
    this.shape = shape;
    this.chosen = chosen;
  }

  /** The excerpt as a class file, with no attributes of the class but what its methods refer to. */
  byte[] bytes() {
    Output out = new Output(original.length);
    out.copy(original, 0, shape.afterInterfaces());
    out.writeShort(0);
    out.writeShort(chosen.cardinality());
    for (int i = chosen.nextSetBit(0); i >= 0; i = chosen.nextSetBit(i + 1)) {
      out.copy(original, shape.offset(i), shape.offset(i + 1));
    }
    int bootstraps = shape.attribute("BootstrapMethods");
    out.writeShort(bootstraps == 0 ? 0 : 1);
    if (bootstraps != 0) {
      out.copy(original, bootstraps, bootstraps + 6 + reader.readInt(bootstraps + 2));
    }
    return out.toByteArray();
  }

  /**
   * Puts rewritten methods into the class.
   *
   * @param rewritten the excerpt with the same methods in the same order, and a constant pool that
   *     starts with the original's
   */
  byte[] putBack(byte[] rewritten) {
    ClassReader changed = new ClassReader(rewritten);
    ClassShape place = ClassShape.of(changed);
    if (place.methodCount() != chosen.cardinality()
        || changed.getItemCount() < reader.getItemCount()) {
      throw new IllegalStateException("not the excerpt");
    }
    Output out = new Output(original.length + rewritten.length);
    out.copy(rewritten, 0, changed.header);
    out.copy(original, reader.header, shape.offset(0));
    int next = 0;
    for (int i = 0; i < shape.methodCount(); i++) {
      if (chosen.get(i)) {
        out.copy(rewritten, place.offset(next), place.offset(next + 1));
        next++;
      } else {
        out.copy(original, shape.offset(i), shape.offset(i + 1));
      }
    }
    out.copy(original, shape.offset(shape.methodCount()), original.length);
    return out.toByteArray();
  }

  private static final class Output extends ByteArrayOutputStream {
    Output(int size) {
      super(size);
    }

    void copy(byte[] from, int start, int end) {
      write(from, start, end - start);
    }

    void writeShort(int value) {
      write(value >>> 8);
      write(value);
    }
  }
}
