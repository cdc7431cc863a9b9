package dev.racedetect.runtime.clock;

/**
 * The layout of a shadow word: FastTrack's epoch (Flanagan and Freund, PLDI 2009) with a calling
 * context beside it.
 *
 * <p>{@code slot (20 bits) | clock (24 bits) | context (20 bits)}. A clock is at least 1, so the
 * word 0 means "never accessed". The context part is ignored by every comparison.
 */
public final class Epoch {
  /** Bits of the context part, which is also how far the clock part is shifted. */
  public static final int CONTEXT_BITS = 20;

  /** The largest clock; a thread that reaches it moves to a new slot. */
  public static final int MAX_CLOCK = (1 << 24) - 1;

  /** The largest slot that a thread may have; the one above marks read-shared words. */
  public static final int MAX_SLOT = (1 << 20) - 2;

  /** The largest context index. */
  public static final int MAX_CONTEXT = (1 << CONTEXT_BITS) - 1;

  /** A read word with this value is read-shared: its readers are in a {@code ReadSet}. */
  public static final long READ_SHARED = (long) (MAX_SLOT + 1) << 44;

  /**
   * The epoch of a thread for which there was no slot. It never advances, and every thread covers
   * it: no later access is found to race with one of this thread's.
   */
  public static final long UNRECORDED = 0;

  /** What is added to an epoch to advance its clock by one. */
  public static final long TICK = 1L << CONTEXT_BITS;

  private static final int SLOT_SHIFT = 44;

  private Epoch() {}

  /** The word for a slot and a clock, with an empty context part. */
  public static long of(int slot, int clock) {
    return (long) slot << SLOT_SHIFT | (long) clock << CONTEXT_BITS;
  }

  /** The slot of a word. */
  public static int slot(long word) {
    return (int) (word >>> SLOT_SHIFT);
  }

  /** The clock of a word; 0 only for the word 0. */
  public static int clock(long word) {
    return (int) (word >>> CONTEXT_BITS) & MAX_CLOCK;
  }

  /** The index of the word's calling context in the depot. */
  public static int context(long word) {
    return (int) word & MAX_CONTEXT;
  }

  /** Whether two words are of the same slot and clock, whatever their contexts. */
  public static boolean same(long a, long b) {
    return (a ^ b) >>> CONTEXT_BITS == 0;
  }
}
