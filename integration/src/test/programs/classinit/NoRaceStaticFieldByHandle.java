import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.VarHandle;

/** CLI-2: access to a static field by a handle or reflection is a use of its class. */
class NoRaceStaticFieldByHandle {
  static final int[] CELLS = new int[6];

  static Integer initialise(int cell) {
    CELLS[cell] = 1;
    return 1000 + cell;
  }

  static class Final {
    static final Integer FIELD = initialise(0);
  }

  static class Constant {
    static final int FIELD = 7;
    static final Integer OTHER = initialise(1);
  }

  static class Getter {
    static final Integer FIELD = initialise(2);
  }

  static class Setter {
    static volatile int field;
    static final Integer OTHER = initialise(3);
  }

  static class Variable {
    static final Integer FIELD = initialise(4);
  }

  static class Opaque {
    static volatile int field;
    static final Integer OTHER = initialise(5);
  }

  static void use() {
    try {
      Lookup lookup = MethodHandles.lookup();
      Final.class.getDeclaredField("FIELD").get(null);
      int sum = CELLS[0];
      sum += Constant.class.getDeclaredField("FIELD").getInt(null);
      sum += CELLS[1];
      Integer got =
          (Integer) lookup.findStaticGetter(Getter.class, "FIELD", Integer.class).invoke();
      sum += CELLS[2];
      lookup.findStaticSetter(Setter.class, "field", int.class).invoke(5);
      sum += CELLS[3];
      got = (Integer) lookup.findStaticVarHandle(Variable.class, "FIELD", Integer.class).get();
      sum += CELLS[4];
      VarHandle field = lookup.findStaticVarHandle(Opaque.class, "field", int.class);
      field.setOpaque(3);
      sum += CELLS[5];
      if (sum != 13 || got != 1004) {
        throw new AssertionError(sum);
      }
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  public static void main(String[] args) throws Exception {
    Thread first = new Thread(NoRaceStaticFieldByHandle::use);
    Thread second = new Thread(NoRaceStaticFieldByHandle::use);
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
