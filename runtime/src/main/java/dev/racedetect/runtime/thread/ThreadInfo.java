package dev.racedetect.runtime.thread;

import org.jspecify.annotations.Nullable;

/**
 * What reports say of a thread, kept for as long as a shadow word may name it: longer than the
 * thread itself.
 */
public final class ThreadInfo {
  final long id;
  final boolean virtual;

  /** Identifier of the thread that started this one, 0 for threads of the VM. */
  final long parentId;

  /** Depot index of the stack that started the thread, 0 for threads of the VM. */
  final int createdAt;

  /** On behalf of which tests the thread acts; null as long as there was none. */
  private volatile @Nullable TestHistory tests;

  /** Null while the thread lives. Written once by the thread itself. */
  private volatile @Nullable String finalName;

  /** The live thread; null after its end. */
  private volatile @Nullable Thread thread;

  /** Null until the thread first takes a lock. Written once, by the thread itself. */
  private volatile @Nullable HeldLocks held;

  ThreadInfo(Thread thread, boolean virtual, long parentId, int createdAt) {
    this.id = ThreadFields.id(thread);
    this.virtual = virtual;
    this.parentId = parentId;
    this.createdAt = createdAt;
    this.thread = thread;
  }

  /** The thread's identifier, as {@code Thread.threadId()}. */
  public long id() {
    return id;
  }

  /** The present or last name of the thread; empty for unnamed virtual threads. */
  public String name() {
    Thread t = thread;
    String name = finalName;
    if (name != null) {
      return name;
    }
    return t == null ? "" : t.getName();
  }

  /** Whether it is a virtual thread. */
  public boolean virtual() {
    return virtual;
  }

  /** The thread; null after its end. */
  public @Nullable Thread live() {
    return thread;
  }

  /** Whether the thread has ended. */
  public boolean finished() {
    return thread == null;
  }

  /** Identifier of the thread that started this one; 0 for threads of the VM. */
  public long parentId() {
    return parentId;
  }

  /** Depot index of the stack that started this thread, 0 if unknown. */
  public int createdAt() {
    return createdAt;
  }

  /** The tasks of a pool's thread; null for others. Written by the thread itself. */
  private volatile @Nullable TaskHistory tasks;

  /**
   * The thread begins a task of its pool.
   *
   * @param clock its clock
   * @param used whether it has recorded an access within this clock already
   * @param submittedAt depot index of the stack that submitted the task, 0 if unknown
   */
  public void beginTask(int clock, boolean used, int submittedAt) {
    TaskHistory history = tasks;
    if (history == null) {
      history = new TaskHistory();
      tasks = history;
    }
    history.begin(clock, used, submittedAt);
  }

  /**
   * Depot index of the stack that submitted the task which the thread ran within the given clock; 0
   * if it was none or is not known.
   */
  public int submittedAt(int clock) {
    TaskHistory history = tasks;
    return history == null ? 0 : history.at(clock);
  }

  /** The clock at which the task that the thread ran within the given one began; 0 for none. */
  public int taskBegan(int clock) {
    TaskHistory history = tasks;
    return history == null ? 0 : history.beginOf(clock);
  }

  /** The test on whose behalf the thread acts now; null for none. */
  public @Nullable TestIdentity test() {
    TestHistory history = tests;
    return history == null ? null : history.current();
  }

  /** The test on whose behalf the access of a shadow word was made; null for none. */
  public @Nullable TestIdentity testAt(long word) {
    TestHistory history = tests;
    return history == null ? null : history.at(word);
  }

  /** The tests of this thread, for its owner. */
  TestHistory tests() {
    TestHistory history = tests;
    if (history == null) {
      history = new TestHistory();
      tests = history;
    }
    return history;
  }

  void finish(String name) {
    finalName = name;
    thread = null;
    HeldLocks h = held;
    if (h != null) {
      h.detach();
    }
  }

  /** Where the thread notes its locks from now on. Only called by the thread itself. */
  void keepHeld(HeldLocks locks) {
    held = locks;
  }

  /**
   * The locks that the thread held within the given clock, newest first; null if it was too long
   * ago. Racy by design: a report may be a little behind a thread that still runs.
   */
  public HeldLock @Nullable [] heldAt(int clock) {
    HeldLocks h = held;
    return h == null ? new HeldLock[0] : h.at(clock);
  }
}
