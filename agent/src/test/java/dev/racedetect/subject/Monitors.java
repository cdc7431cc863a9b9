package dev.racedetect.subject;

/** Synchronized blocks of all shapes that a compiler writes. */
@SuppressWarnings("unused")
public class Monitors {
  private final Object lock = new Object();
  private int count;

  /** With wide variables before the lock. */
  public long wide(long a, double b) {
    long sum = a;
    synchronized (lock) {
      sum += (long) b;
      count++;
    }
    return sum;
  }

  /** One within the other, left in the middle. */
  public int nested(Object other, int[] cells) {
    synchronized (lock) {
      for (int cell : cells) {
        synchronized (other) {
          if (cell < 0) {
            return cell;
          }
          count += cell;
        }
      }
    }
    return count;
  }

  /** In a handler and with a block that always runs. */
  public int caught(Object other) {
    try {
      synchronized (other) {
        count /= other.hashCode();
      }
    } catch (ArithmeticException e) {
      synchronized (e) {
        count--;
      }
    } finally {
      synchronized (lock) {
        count++;
      }
    }
    return count;
  }
}
