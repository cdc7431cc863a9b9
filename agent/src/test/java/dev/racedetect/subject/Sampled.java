package dev.racedetect.subject;

import java.util.List;

/** Methods with and without checks, and loops that may change their form. */
@SuppressWarnings("unused")
public class Sampled implements Cloneable {
  private int count;
  private volatile boolean flag;
  private final Object lock = new Object();
  private final int[] cells = new int[4];

  /** Has all kinds of accesses, a loop that calls something and one that does not. */
  public int all(List<String> list, int most) {
    long sum = 0;
    for (String s : list) {
      sum += s.length() + cells[0];
    }
    for (int i = 0; i < most; i++) {
      sum += cells[i];
    }
    synchronized (lock) {
      count += (int) sum;
    }
    flag = true;
    try {
      return list.size() + (flag ? count : 0);
    } catch (RuntimeException e) {
      return -1;
    }
  }

  /** Has a check, and no loop. */
  protected static synchronized int apart(int[] cells, long factor, int at) {
    return (int) (cells[at] * factor);
  }

  /** Has nothing to check. */
  public int plain(int x) {
    return Math.abs(x) + 1;
  }

  @Override
  public Sampled clone() throws CloneNotSupportedException {
    return (Sampled) super.clone();
  }
}
