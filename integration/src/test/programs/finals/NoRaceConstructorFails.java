import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * FIN-1: a final field is frozen also when its constructor ends by an exception. The object is
 * published in opaque mode, which orders nothing.
 */
// KNOWN GAP: the freeze of a constructor that fails is not seen
class NoRaceConstructorFails {
  private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(Object[].class);

  static class Box {
    final int[] cells = {1};

    Box(Object[] escaped) {
      escaped[0] = this;
      throw new IllegalStateException();
    }
  }

  public static void main(String[] args) throws Exception {
    Object[] slot = new Object[1];
    Thread reader =
        new Thread(
            () -> {
              Object seen;
              while ((seen = SLOT.getOpaque(slot, 0)) == null) {
                Thread.yield();
              }
              if (((Box) seen).cells[0] != 1) {
                throw new AssertionError();
              }
            });
    reader.start();
    Object[] mine = new Object[1];
    try {
      new Box(mine);
    } catch (IllegalStateException expected) {
      SLOT.setOpaque(slot, 0, mine[0]);
    }
    reader.join();
  }
}
