import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntSupplier;

/**
 * FIN-2, FIN-5, FIN-7: what is reached through final fields, by what no field instruction shows.
 * The objects are published in opaque mode, which orders nothing.
 */
class NoRaceReachedThroughFinals {
  private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(Object[].class);

  interface Use {
    int of(Object published) throws Exception;
  }

  static class Point {
    int x;

    Point(int x) {
      this.x = x;
    }

    @Override
    public int hashCode() {
      return x;
    }

    @Override
    public boolean equals(Object o) {
      return o instanceof Point p && p.x == x;
    }

    @Override
    public String toString() {
      return x + "";
    }
  }

  record Hashed(Point point) {}

  record Compared(Point point) {}

  record Printed(Point point) {}

  static class Rows {
    final int[][] cells = new int[2][2];
    final Point[] copied;

    Rows(Point... points) {
      cells[1][1] = 1;
      copied = points.clone();
    }
  }

  static class Read {
    final Point point = new Point(1);
  }

  static class Written {
    final Point point = new Point(0);
  }

  static class Lambda {
    final IntSupplier supplier;

    Lambda() {
      int[] captured = {1};
      supplier = () -> captured[0];
    }
  }

  static class Element implements Serializable {
    transient int x;

    private void readObject(ObjectInputStream in) throws Exception {
      in.defaultReadObject();
      x = 1;
    }
  }

  static class Listed implements Serializable {
    final List<Element> list = new ArrayList<>(List.of(new Element()));
  }

  static Object copy(Object o) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new ObjectOutputStream(bytes).writeObject(o);
    return new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
  }

  static Object written() throws Exception {
    Written made = new Written();
    Field field = Written.class.getDeclaredField("point");
    field.setAccessible(true);
    field.set(made, new Point(1));
    return made;
  }

  static void hand(Callable<Object> maker, Use use) throws Exception {
    Object[] slot = new Object[1];
    Thread user =
        new Thread(
            () -> {
              Object seen;
              while ((seen = SLOT.getOpaque(slot, 0)) == null) {
                Thread.yield();
              }
              try {
                if (use.of(seen) != 1) {
                  throw new AssertionError();
                }
              } catch (Exception e) {
                throw new AssertionError(e);
              }
            });
    user.start();
    SLOT.setOpaque(slot, 0, maker.call());
    user.join();
  }

  public static void main(String[] args) throws Exception {
    hand(() -> new Hashed(new Point(1)), Object::hashCode);
    hand(
        () -> new Compared(new Point(1)),
        o -> o.equals(new Compared(new Point(1))) && new Compared(new Point(1)).equals(o) ? 1 : 0);
    hand(() -> new Printed(new Point(1)), o -> o.toString().endsWith("=1]") ? 1 : 0);
    hand(() -> new Rows(new Point(1)), o -> ((Rows) o).cells[1][1] * ((Rows) o).copied[0].x);
    hand(
        Read::new, o -> ((Point) Read.class.getDeclaredField("point").get(o)).x);
    hand(NoRaceReachedThroughFinals::written, o -> ((Written) o).point.x);
    hand(Lambda::new, o -> ((Lambda) o).supplier.getAsInt());
    hand(() -> copy(new Listed()), o -> ((Listed) o).list.get(0).x);
  }
}
