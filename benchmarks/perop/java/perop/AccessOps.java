package perop;

/** Reads and writes of fields and array elements, calls and allocation. */
final class AccessOps {
  private static final int RING = 64;
  private static final int SMALL = 1024;
  private static final int BIG = 4 << 20;
  private static final int SEGMENT = 1 << 16;
  private static final int COUNT = 1000;

  /**
   * Sixteen fields to access, so that following the ring is a small part, and no access can be
   * hoisted.
   */
  private static final class Node {
    private long f0;
    private long f1;
    private long f2;
    private long f3;
    private long f4;
    private long f5;
    private long f6;
    private long f7;
    private long f8;
    private long f9;
    private long f10;
    private long f11;
    private long f12;
    private long f13;
    private long f14;
    private long f15;
    private Node next;

    long sum() {
      return f0 + f1 + f2 + f3 + f4 + f5 + f6 + f7 + f8 + f9 + f10 + f11 + f12 + f13 + f14 + f15;
    }

    void fill(long v) {
      f0 = v;
      f1 = v;
      f2 = v;
      f3 = v;
      f4 = v;
      f5 = v;
      f6 = v;
      f7 = v;
      f8 = v;
      f9 = v;
      f10 = v;
      f11 = v;
      f12 = v;
      f13 = v;
      f14 = v;
      f15 = v;
    }
  }

  /** 32 bytes of data, as in the other languages. */
  private static final class Small {
    private long a;
    private long b;
    private long c;
    private long d;

    long sum() {
      return a + b + c + d;
    }
  }

  private final Node ring = ring();
  private final long[] small = new long[SMALL];
  private final long[] big = new long[BIG];
  private int segment;
  private long value;
  private Small last = new Small();

  private static Node ring() {
    Node first = new Node();
    Node node = first;
    for (int i = 1; i < RING; i++) {
      node.next = new Node();
      node = node.next;
    }
    node.next = first;
    return first;
  }

  void measure(Harness harness) throws Exception {
    harness.measure("read-word", RING * 17, () -> readRing(ring));
    harness.measure("write-word", RING * 17, () -> writeRing(ring, value++));
    harness.measure("read-array-L1", SMALL, () -> read(small, 0, SMALL));
    harness.measure("write-array-L1", SMALL, () -> write(small, 0, SMALL, value++));
    harness.measure("read-array-32MB", SEGMENT, () -> read(big, nextSegment(), SEGMENT));
    harness.measure("write-array-32MB", SEGMENT, () -> write(big, nextSegment(), SEGMENT, value++));
    harness.measure("call", COUNT, () -> calls(value));
    harness.measure("alloc-32B", COUNT, this::allocate);
  }

  private static long readRing(Node node) {
    long sum = 0;
    for (int i = 0; i < RING; i++) {
      sum += node.sum();
      node = node.next;
    }
    return sum;
  }

  private static long writeRing(Node node, long v) {
    for (int i = 0; i < RING; i++) {
      node.fill(v);
      node = node.next;
    }
    return v;
  }

  private int nextSegment() {
    segment = (segment + SEGMENT) & (BIG - 1);
    return segment;
  }

  private static long read(long[] a, int from, int count) {
    long sum = 0;
    for (int i = from; i < from + count; i++) {
      sum += a[i];
    }
    return sum;
  }

  private static long write(long[] a, int from, int count, long v) {
    for (int i = from; i < from + count; i++) {
      a[i] = v;
    }
    return v;
  }

  private static long calls(long x) {
    for (int i = 0; i < COUNT; i++) {
      x = leaf(x);
    }
    return x;
  }

  /** Must not be inlined; the measuring script tells the compiler so. */
  private static long leaf(long x) {
    return x + 1;
  }

  private long allocate() {
    for (int i = 0; i < COUNT; i++) {
      last = new Small();
    }
    return last.sum();
  }
}
