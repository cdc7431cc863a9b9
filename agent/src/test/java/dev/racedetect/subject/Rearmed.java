package dev.racedetect.subject;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** One of everything that needs members of its own or has to keep its hooks. */
@SuppressWarnings("unused")
public class Rearmed implements Cloneable {
  private static final VarHandle COUNT = handle();
  private int count;
  private volatile boolean flag;
  private final Object lock = new Object();
  private final int[] cells = new int[4];

  private static VarHandle handle() {
    try {
      return MethodHandles.lookup().findVarHandle(Rearmed.class, "count", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** Uses everything. */
  public int all(List<String> list) {
    int sum = 0;
    for (int i = 0; i < cells.length; i++) {
      sum += cells[i];
    }
    synchronized (lock) {
      count += sum;
    }
    flag = true;
    COUNT.getAndAdd(this, 1);
    Arrays.fill(cells, 0, 2, 7);
    Supplier<List<String>> captured = () -> list;
    return captured.get().size() + (flag ? count : 0);
  }

  @Override
  public Rearmed clone() throws CloneNotSupportedException {
    return (Rearmed) super.clone();
  }
}
