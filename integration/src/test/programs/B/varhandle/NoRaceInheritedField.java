import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** A handle found through the subclass designates the field of the superclass. */
class NoRaceInheritedField extends WithFlag {
  static final VarHandle FLAG;

  static {
    try {
      FLAG = MethodHandles.lookup().findVarHandle(NoRaceInheritedField.class, "flag", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  int x;

  public static void main(String[] args) throws Exception {
    NoRaceInheritedField o = new NoRaceInheritedField();
    Thread first =
        new Thread(
            () -> {
              o.x = 1;
              FLAG.setVolatile(o, 1);
            });
    Thread second =
        new Thread(
            () -> {
              while (o.flag == 0) {
                Thread.onSpinWait();
              }
              if (o.x != 1) {
                throw new AssertionError();
              }
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}

class WithFlag {
  volatile int flag;
}
