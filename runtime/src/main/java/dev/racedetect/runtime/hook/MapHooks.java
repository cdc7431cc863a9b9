package dev.racedetect.runtime.hook;

import dev.racedetect.runtime.sync.Attempt;
import dev.racedetect.runtime.sync.HashedClockMap;
import dev.racedetect.runtime.sync.HashedClocks;
import dev.racedetect.runtime.sync.SyncClock;
import dev.racedetect.runtime.thread.ThreadState;
import org.jspecify.annotations.Nullable;

/**
 * {@code ConcurrentHashMap} (catalogue D4): one clock a map and key, by the hash that the map
 * itself has computed, so that no method of a key is called here. The map's tables lead to the same
 * clocks, for traversals that know only their table. Called by woven JDK methods; null is ignored.
 */
public final class MapHooks {
  private static final HashedClockMap MAPS = new HashedClockMap();
  private static final HashedClockMap TABLES = new HashedClockMap();

  private static final String TYPE = "java.util.concurrent.ConcurrentHashMap";
  private static final long NODE_HASH = JdkFields.offset(TYPE + "$Node", "hash");

  /** Looked up by the first iterator: the classes are loaded then. */
  private static final class IteratorFields {
    static final long TABLE = JdkFields.offset(TYPE + "$Traverser", "tab");
    static final long RETURNED = JdkFields.offset(TYPE + "$BaseIterator", "lastReturned");
  }

  /** Looked up by the first part of a skip list: the class is loaded then. */
  private static final class SubMapFields {
    static final long MAP =
        JdkFields.offset("java.util.concurrent.ConcurrentSkipListMap$SubMap", "m");
  }

  private MapHooks() {}

  /** Before a map uses another table. */
  public static void table(@Nullable Object map, @Nullable Object table) {
    if (map != null && table != null) {
      TABLES.putIfAbsent(table, MAPS.of(map));
    }
  }

  /** Before all keys are removed. Coarse: ordered before the later insertion of any key. */
  public static void clearing(@Nullable Object map) {
    if (map != null) {
      ThreadState thread = MuteHooks.active();
      if (thread != null) {
        MAPS.of(map).releaseAll(thread);
      }
    }
  }

  /** Before a key's value is set, whatever was there. */
  public static void inserting(@Nullable Object map, int hash) {
    release(map, hash);
  }

  /** Before a key's value may be set or removed; one of the next two must follow. */
  public static @Nullable Object changing(@Nullable Object map, int hash) {
    ThreadState thread = MuteHooks.active();
    return map == null || thread == null
        ? MuteHooks.nothing()
        : MAPS.of(map).of(hash).attempt(thread);
  }

  /** Before a key is compared with that of an entry of the same hash, while it may be changed. */
  public static void met(@Nullable Object attempt) {
    if (attempt instanceof Attempt release) {
      release.at().acquire(ThreadState.current());
    } else {
      MuteHooks.unseen(attempt);
    }
  }

  /**
   * After a put.
   *
   * @param old the value that was there
   * @param onlyIfAbsent whether that value stayed
   */
  public static void put(@Nullable Object attempt, @Nullable Object old, boolean onlyIfAbsent) {
    if (attempt instanceof Attempt release) {
      if (onlyIfAbsent && old != null) {
        release.undo();
      }
      release.at().acquire(ThreadState.current());
    } else {
      MuteHooks.unseen(attempt);
    }
  }

  /**
   * After a removal or replacement.
   *
   * @param old the value that was removed or replaced; null if none was
   * @param expected the only value that was to be replaced; null for any
   */
  public static void replaced(
      @Nullable Object attempt, @Nullable Object old, @Nullable Object expected) {
    if (attempt instanceof Attempt release) {
      if (old == null) {
        release.undo();
      }
      if (old != null || expected != null) {
        release.at().acquire(ThreadState.current());
      }
    } else {
      MuteHooks.unseen(attempt);
    }
  }

  /** After a traversal of a part of a skip list moved on; the part leads to the whole. */
  public static void subMapVisited(@Nullable Object subMap) {
    if (subMap != null) {
      SyncHooks.acquire(JdkFields.referenceAt(subMap, SubMapFields.MAP));
    }
  }

  /** After a key was found, and before a function is applied to its value. */
  public static void acquire(@Nullable Object map, int hash) {
    if (map != null) {
      ThreadState thread = MuteHooks.active();
      if (thread != null) {
        acquire(thread, MAPS.find(map), hash);
      }
    }
  }

  /** After a function was applied, before its result is stored. */
  public static void release(@Nullable Object map, int hash) {
    if (map != null) {
      ThreadState thread = MuteHooks.active();
      if (thread != null) {
        MAPS.of(map).of(hash).release(thread);
      }
    }
  }

  /** After a traversal of a table came to a node. */
  public static void visited(@Nullable Object table, @Nullable Object node) {
    if (table != null && node != null) {
      ThreadState thread = MuteHooks.active();
      if (thread != null) {
        acquire(thread, TABLES.find(table), JdkFields.intAt(node, NODE_HASH));
      }
    }
  }

  /** After an iterator returned the node that it had come to before. */
  public static void returned(@Nullable Object iterator) {
    if (iterator != null) {
      visited(
          JdkFields.referenceAt(iterator, IteratorFields.TABLE),
          JdkFields.referenceAt(iterator, IteratorFields.RETURNED));
    }
  }

  private static void acquire(ThreadState thread, @Nullable HashedClocks clocks, int hash) {
    SyncClock clock = clocks == null ? null : clocks.find(hash);
    if (clock != null) {
      clock.acquire(thread);
    }
  }
}
