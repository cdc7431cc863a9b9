package dev.racedetect.agent.instrument;

import dev.racedetect.runtime.hook.LinkageHooks;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Before call sites, and after constants, that bootstrap methods of the application link. Those of
 * the JDK hand over nothing of the application, unless they are given handles of its methods.
 */
final class BootstrapVisitor extends ConcernVisitor {
  private static final String HOOKS = Type.getInternalName(LinkageHooks.class);
  private static final String LAMBDAS = "java/lang/invoke/LambdaMetafactory";

  BootstrapVisitor(MethodVisitor behind, ClassContext type, MethodFrame.Locals locals) {
    super(behind, type, locals);
  }

  @Override
  public void visitInvokeDynamicInsn(
      String name, String desc, Handle bootstrap, Object... arguments) {
    if (ofApplication(bootstrap, arguments)) {
      use();
    }
    super.visitInvokeDynamicInsn(name, desc, bootstrap, arguments);
  }

  @Override
  public void visitLdcInsn(Object value) {
    super.visitLdcInsn(value);
    if (value instanceof ConstantDynamic constant && ofApplication(constant)) {
      use();
    }
  }

  private void use() {
    LinkageHooks.watch();
    mv.visitLdcInsn(Type.getObjectType(type.facts().name()));
    call(HOOKS, "used", "(Ljava/lang/Class;)V");
  }

  private boolean ofApplication(Handle bootstrap, Object... arguments) {
    if (bootstrap.getOwner().equals(LAMBDAS)) {
      return false;
    }
    if (type.selection().instrumented(bootstrap.getOwner())) {
      return true;
    }
    for (Object argument : arguments) {
      if (argument instanceof Handle handle && isMethod(handle)
          || argument instanceof ConstantDynamic constant && ofApplication(constant)) {
        return true;
      }
    }
    return false;
  }

  private boolean ofApplication(ConstantDynamic constant) {
    Object[] arguments = new Object[constant.getBootstrapMethodArgumentCount()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = constant.getBootstrapMethodArgument(i);
    }
    return ofApplication(constant.getBootstrapMethod(), arguments);
  }

  /** Record classes hand over handles of their fields, to be called later. */
  private boolean isMethod(Handle handle) {
    return handle.getTag() > Opcodes.H_PUTSTATIC
        && type.selection().instrumented(handle.getOwner());
  }
}
