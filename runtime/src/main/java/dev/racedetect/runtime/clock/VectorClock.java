package dev.racedetect.runtime.clock;

import org.jspecify.annotations.Nullable;

/**
 * An immutable vector clock: a persistent radix tree over slots, sixteen ways, so that a release
 * shares it by reference and a join copies only the paths that differ.
 *
 * <p>Entries that were never set are 0. Two clocks that came from one another share subtrees;
 * {@link #join} and {@link #covers} skip those by identity, which keeps the cost of a hand-over
 * proportional to what changed and not to the number of threads.
 *
 * <p>Where thousands of threads end, whoever learns of their ends has entries everywhere that are a
 * little higher than those in the clocks which they have passed on; nothing is shared then. So each
 * inner node remembers one node that it was found to cover. It keeps a token of that node, not the
 * node, which would keep alive the nodes of ever older clocks. Memory and token are written without
 * synchronisation: whoever reads neither walks the subtrees once more.
 */
public final class VectorClock {
  /** The clock of a thread that knows of nobody. */
  public static final VectorClock EMPTY = new VectorClock(0, new int[16]);

  private static final int WAYS = 16;

  /** Index in an inner node: token of a node that it covers; null for none. */
  private static final int COVERED = WAYS;

  /** Index in an inner node: what others remember it by; null until somebody does. */
  private static final int TOKEN = WAYS + 1;

  private static final int INNER_LENGTH = WAYS + 2;

  /** Levels above the leaves; the tree covers {@code 16 << 4 * height} slots. */
  private final int height;

  /** {@code int[16]} when the height is 0, else an inner node with null for empty subtrees. */
  private final Object root;

  private VectorClock(int height, Object root) {
    this.height = height;
    this.root = root;
  }

  /** The clock of a slot, 0 if there is no entry. */
  public int get(int slot) {
    int level = height;
    if (slot >>> 4 * (level + 1) != 0) {
      return 0;
    }
    Object node = root;
    for (; level > 0; level--) {
      node = ((Object[]) node)[slot >>> 4 * level & 15];
      if (node == null) {
        return 0;
      }
    }
    return ((int[]) node)[slot & 15];
  }

  /** This clock with the entry of one slot raised to at least the given value. */
  public VectorClock with(int slot, int clock) {
    if (get(slot) >= clock) {
      return this;
    }
    int newHeight = height;
    Object newRoot = root;
    while (slot >>> 4 * (newHeight + 1) != 0) {
      Object[] up = new Object[INNER_LENGTH];
      up[0] = newRoot;
      newRoot = up;
      newHeight++;
    }
    return new VectorClock(newHeight, set(newRoot, newHeight, slot, clock));
  }

  private static Object set(@Nullable Object node, int level, int slot, int clock) {
    if (level == 0) {
      int[] leaf = node == null ? new int[WAYS] : ((int[]) node).clone();
      leaf[slot & 15] = clock;
      return leaf;
    }
    @Nullable Object[] inner = node == null ? new Object[INNER_LENGTH] : copy((Object[]) node);
    int i = slot >>> 4 * level & 15;
    inner[i] = set(inner[i], level - 1, slot, clock);
    return inner;
  }

  /** The pointwise maximum; this clock itself where it covers the other. */
  public VectorClock join(VectorClock other) {
    if (this == other || other == EMPTY) {
      return this;
    }
    if (this == EMPTY) {
      return other;
    }
    if (other.height > height) {
      return other.join(this);
    }
    @Nullable Object joined = joinAt(root, height, other.root, other.height);
    if (joined == null || joined == root) {
      return this;
    }
    return joined == other.root ? other : new VectorClock(height, joined);
  }

  /** Joins two subtrees that both start at the same slot; the second may be lower. */
  private static @Nullable Object joinAt(
      @Nullable Object a, int levelA, @Nullable Object b, int levelB) {
    if (a == b || b == null) {
      return a;
    }
    if (a == null) {
      return b;
    }
    if (levelA > levelB) {
      @Nullable Object[] inner = (Object[]) a;
      Object first = inner[0] == null ? emptyNode(levelA - 1) : inner[0];
      @Nullable Object joined = joinAt(first, levelA - 1, b, levelB);
      if (joined == inner[0]) {
        return a;
      }
      @Nullable Object[] copy = copy(inner);
      copy[0] = joined;
      return copy;
    }
    return levelA == 0 ? joinLeaves((int[]) a, (int[]) b) : joinInner(a, b, levelA);
  }

  private static Object emptyNode(int level) {
    return level == 0 ? new int[WAYS] : new Object[INNER_LENGTH];
  }

  /** A node to be raised: it covers whatever the first one covers, and is another one. */
  private static @Nullable Object[] copy(@Nullable Object[] inner) {
    @Nullable Object[] copy = inner.clone();
    copy[TOKEN] = null;
    return copy;
  }

  private static boolean rememberedToCover(@Nullable Object[] a, @Nullable Object[] b) {
    Object token = b[TOKEN];
    return token != null && a[COVERED] == token;
  }

  private static void rememberToCover(@Nullable Object[] a, @Nullable Object[] b) {
    Object token = b[TOKEN];
    if (token == null) {
      token = new Object();
      b[TOKEN] = token;
    }
    a[COVERED] = token;
  }

  private static Object joinInner(Object a, Object b, int level) {
    @Nullable Object[] x = (Object[]) a;
    @Nullable Object[] y = (Object[]) b;
    if (rememberedToCover(x, y)) {
      return a;
    }
    @Nullable Object @Nullable [] result = null;
    boolean allFromB = true;
    for (int i = 0; i < WAYS; i++) {
      @Nullable Object joined = joinAt(x[i], level - 1, y[i], level - 1);
      allFromB &= joined == y[i];
      if (result == null && joined != x[i]) {
        result = copy(x);
      }
      if (result != null) {
        result[i] = joined;
      }
    }
    if (result == null) {
      rememberToCover(x, y);
      return a;
    }
    return allFromB ? b : result;
  }

  private static Object joinLeaves(int[] a, int[] b) {
    boolean covers = true;
    boolean covered = true;
    for (int i = 0; i < WAYS; i++) {
      covers &= a[i] >= b[i];
      covered &= a[i] <= b[i];
    }
    if (covers) {
      return a;
    }
    if (covered) {
      return b;
    }
    int[] joined = new int[WAYS];
    for (int i = 0; i < WAYS; i++) {
      joined[i] = a[i] > b[i] ? a[i] : b[i];
    }
    return joined;
  }

  /**
   * Whether each entry of the other clock is at most the entry here, where the entry of one slot
   * here counts as the given value (a thread's own clock is kept outside of its vector clock).
   */
  public boolean covers(VectorClock other, int ownSlot, int ownClock) {
    return this == other || coversAt(root, height, other.root, other.height, ownSlot, ownClock, 0);
  }

  private static boolean coversAt(
      @Nullable Object a,
      int levelA,
      @Nullable Object b,
      int levelB,
      int ownSlot,
      int ownClock,
      int base) {
    if (b == null || a == b) {
      return true;
    }
    if (levelA > levelB) {
      Object lower = a == null ? null : ((Object[]) a)[0];
      return coversAt(lower, levelA - 1, b, levelB, ownSlot, ownClock, base);
    }
    if (levelB == 0) {
      return coversLeaf((int @Nullable []) a, (int[]) b, ownSlot, ownClock, base);
    }
    @Nullable Object[] y = (Object[]) b;
    if (a != null && levelA == levelB && rememberedToCover((Object[]) a, y)) {
      return true;
    }
    for (int i = 0; i < WAYS; i++) {
      Object x = a;
      if (levelA == levelB) {
        x = a == null ? null : ((Object[]) a)[i];
      } else if (i > 0) {
        x = null;
      }
      int levelX = levelA == levelB ? levelA - 1 : x == null ? levelB - 1 : levelA;
      int from = base + (i << 4 * levelB);
      if (!coversAt(x, levelX, y[i], levelB - 1, ownSlot, ownClock, from)) {
        return false;
      }
    }
    boolean ownWithin = ownSlot - base >>> 4 * (levelB + 1) == 0;
    if (a != null && levelA == levelB && !ownWithin) {
      rememberToCover((Object[]) a, y);
    }
    return true;
  }

  private static boolean coversLeaf(
      int @Nullable [] a, int[] b, int ownSlot, int ownClock, int base) {
    for (int i = 0; i < WAYS; i++) {
      int mine = base + i == ownSlot ? ownClock : a == null ? 0 : a[i];
      if (b[i] > mine) {
        return false;
      }
    }
    return true;
  }
}
