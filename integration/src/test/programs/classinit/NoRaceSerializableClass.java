import java.io.ObjectStreamClass;
import java.io.Serializable;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * CLI-1: also a serializable class without static initialiser is initialised, by whoever comes
 * first; its default serialVersionUID is what it is without the detector.
 */
class NoRaceSerializableClass {
  static int data;

  static int used;

  static final VarHandle USED;

  static {
    try {
      USED =
          MethodHandles.lookup().findStaticVarHandle(NoRaceSerializableClass.class, "used", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  static class Used implements Serializable {
    int number;
    String text;

    static void use() {}
  }

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              data = 1;
              Used.use();
              USED.setOpaque(1); // orders nothing
            });
    Thread second =
        new Thread(
            () -> {
              while ((int) USED.getOpaque() == 0) {
                Thread.onSpinWait();
              }
              Used.use();
              if (data != 1) {
                throw new AssertionError();
              }
            });
    first.start();
    second.start();
    first.join();
    second.join();
    long version = ObjectStreamClass.lookup(Used.class).getSerialVersionUID();
    if (version != 5400682335818784529L) {
      throw new AssertionError(version);
    }
  }
}
