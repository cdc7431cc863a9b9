package dev.racedetect.agent.instrument;

import dev.racedetect.agent.hierarchy.ClassFacts;
import java.lang.invoke.LambdaMetafactory;
import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * After a lambda or method reference was evaluated: an object was made, whose class was initialised
 * before, and before that the interfaces with default methods that it implements (JLS 15.27.4,
 * 12.4.1). Interfaces without a static initialiser are left out: nothing that a program can tell
 * happens at their initialisation.
 */
final class LambdaVisitor extends ConcernVisitor {
  private static final String METAFACTORY = Type.getInternalName(LambdaMetafactory.class);

  LambdaVisitor(MethodVisitor behind, ClassContext type, MethodFrame.Locals locals) {
    super(behind, type, locals);
  }

  @Override
  public void visitInvokeDynamicInsn(
      String name, String desc, Handle bootstrap, Object... arguments) {
    super.visitInvokeDynamicInsn(name, desc, bootstrap, arguments);
    if (!bootstrap.getOwner().equals(METAFACTORY)) {
      return;
    }
    use(Type.getReturnType(desc));
    for (Object argument : arguments) {
      // The others are the types of methods: what remains are marker interfaces.
      if (argument instanceof Type marker && marker.getSort() == Type.OBJECT) {
        use(marker);
      }
    }
  }

  private void use(Type implemented) {
    if (initialises(implemented.getInternalName(), new HashSet<>())) {
      mv.visitLdcInsn(implemented);
      locals.loadThread(mv);
      call(
          Names.CLASS_INIT_HOOKS,
          "afterLambda",
          "(Ljava/lang/Class;" + Names.THREAD_STATE_DESC + ")V");
    }
  }

  /** Whether an implementing class is initialised after the initialiser of such an interface. */
  private boolean initialises(String implemented, Set<String> seen) {
    if (!type.selection().instrumented(implemented) || !seen.add(implemented)) {
      return false;
    }
    ClassFacts facts = type.hierarchy().find(type.loader(), implemented);
    if (facts == null || facts.hasInitializer() && facts.hasDefaultMethod()) {
      return true;
    }
    for (String above : facts.interfaces()) {
      if (initialises(above, seen)) {
        return true;
      }
    }
    return false;
  }
}
