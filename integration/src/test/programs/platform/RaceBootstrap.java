import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.DynamicConstantDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.util.function.Supplier;

// JDK 24+
/** IND-1: what is done to the constant after it was linked is not ordered before others that load it. */
class RaceBootstrap {
  private static final VarHandle LINKED;
  static boolean linked;
  static int calls;

  static {
    try {
      LINKED =
          MethodHandles.lookup()
              .findStaticVarHandle(RaceBootstrap.class, "linked", boolean.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  static final class Cell {
    int value;

    Integer get() {
      return value;
    }
  }

  static Object constant(MethodHandles.Lookup lookup, String name, Class<?> type) {
    calls++;
    Cell cell = new Cell();
    cell.value = 4;
    return cell;
  }

  static CallSite site(MethodHandles.Lookup lookup, String name, MethodType type)
      throws ReflectiveOperationException {
    calls++;
    Cell cell = new Cell();
    cell.value = 5;
    MethodType get = MethodType.methodType(Integer.class);
    return new ConstantCallSite(
        MethodHandles.lookup().bind(cell, "get", get).asType(type));
  }

  /** A class that loads the constant, or executes the call site, in its method {@code get}. */
  @SuppressWarnings("unchecked")
  static Supplier<Object> make(String name, boolean constant) throws Exception {
    ClassDesc here = ClassDesc.of("RaceBootstrap");
    ClassDesc lookup = ConstantDescs.CD_MethodHandles_Lookup;
    byte[] file =
        ClassFile.of()
            .build(
                ClassDesc.of(name),
                type ->
                    type.withFlags(ClassFile.ACC_PUBLIC)
                        .withInterfaceSymbols(ClassDesc.of("java.util.function.Supplier"))
                        .withMethodBody(
                            "<init>",
                            ConstantDescs.MTD_void,
                            ClassFile.ACC_PUBLIC,
                            code ->
                                code.aload(0)
                                    .invokespecial(
                                        ConstantDescs.CD_Object, "<init>", ConstantDescs.MTD_void)
                                    .return_())
                        .withMethodBody(
                            "get",
                            MethodTypeDesc.of(ConstantDescs.CD_Object),
                            ClassFile.ACC_PUBLIC,
                            code -> {
                              if (constant) {
                                code.loadConstant(
                                    DynamicConstantDesc.ofNamed(
                                        ConstantDescs.ofConstantBootstrap(
                                            here, "constant", ConstantDescs.CD_Object),
                                        "c",
                                        ConstantDescs.CD_Object));
                              } else {
                                DirectMethodHandleDesc site =
                                    ConstantDescs.ofCallsiteBootstrap(
                                        here, "site", ConstantDescs.CD_CallSite);
                                code.invokedynamic(
                                    DynamicCallSiteDesc.of(
                                        site, "s", MethodTypeDesc.of(ConstantDescs.CD_Object)));
                              }
                              code.areturn();
                            }));
    Class<?> made = MethodHandles.lookup().defineClass(file);
    return (Supplier<Object>) made.getConstructor().newInstance();
  }

  public static void main(String[] args) throws Exception {
    Supplier<Object> constant = make("RaceBootstrapConstant", true);
    Supplier<Object> site = make("RaceBootstrapSite", false);
    Thread t =
        new Thread(
            () -> {
              Cell cell = (Cell) constant.get();
              site.get();
              cell.value = 6; // RACE value
              LINKED.setOpaque(true);
            });
    t.start();
    while (!(boolean) LINKED.getOpaque()) {
      Thread.onSpinWait();
    }
    int seen = ((Cell) constant.get()).value; // RACE value
    t.join();
  }
}
