package dev.racedetect.agent.contract;

import dev.racedetect.agent.contract.Moment.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;

/** Emits the hook call of a row: its arguments, its condition, the call. */
final class HookCall {
  private static final Type OUTCOME =
      Type.getObjectType("dev/racedetect/runtime/hook/OutcomeHooks");
  private static final Type THREAD = Type.getObjectType("java/lang/Thread");
  private static final String OBJECT = "Ljava/lang/Object;";

  private final GeneratorAdapter code;
  private final String owner;
  private final ClassShape shape;
  private final Type[] parameters;
  private final boolean isStatic;

  /** Local of the method's result, -1 if it has none. */
  int result = -1;

  Type resultType = Type.VOID_TYPE;

  /** Local of what an earlier row kept, -1 if none did. */
  int kept = -1;

  /** Local of the exception that leaves the method, -1 if no row needs it. */
  int thrown = -1;

  HookCall(
      GeneratorAdapter code, String owner, ClassShape shape, Type[] parameters, boolean isStatic) {
    this.code = code;
    this.owner = owner;
    this.shape = shape;
    this.parameters = parameters;
    this.isStatic = isStatic;
  }

  /**
   * Emits a row.
   *
   * @param topType the type on top of the stack, for the arguments {@code top}, {@code both} and
   *     {@code object}; null where a row cannot use them
   */
  void emit(Contract row, @Nullable Type topType) {
    Operation operation = row.operation();
    if (operation.isWord("keep")) {
      code.dup();
      code.storeLocal(kept);
      return;
    }
    List<String> arguments = operation.arguments();
    StringBuilder desc = new StringBuilder("(");
    String last = arguments.get(arguments.size() - 1);
    boolean onTop = last.equals("top");
    if (onTop) {
      code.dup();
    }
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      switch (argument) {
        case "both" -> {
          // STACK: a, b -> a, b, a, b
          code.dup2();
          desc.append(OBJECT).append(OBJECT);
        }
        case "object" -> {
          // STACK: object, value -> object, value, object
          code.dup2();
          code.pop();
          desc.append(OBJECT);
        }
        case "top" -> {}
        default -> {
          desc.append(load(argument));
          if (i == 0) {
            condition(row);
          }
          if (onTop) {
            code.swap();
          }
        }
      }
      if (argument.equals("top")) {
        desc.append(kind(topType));
      }
    }
    invoke(operation, desc.append(')'));
  }

  /** Emits a row whose first argument is on top of the stack already, and is used up. */
  void emitOnTop(Contract row) {
    StringBuilder desc = new StringBuilder("(").append(OBJECT);
    for (String argument : row.operation().arguments()) {
      if (!argument.equals("object")) {
        desc.append(load(argument));
      }
    }
    invoke(row.operation(), desc.append(')'));
  }

  private void invoke(Operation operation, StringBuilder desc) {
    desc.append(operation.hookResult().getDescriptor());
    code.invokeStatic(
        Type.getObjectType(operation.hookClass()), new Method(operation.name(), desc.toString()));
    if (operation.kept()) {
      code.storeLocal(kept);
    }
  }

  /** Replaces the key on top of the stack by null unless the outcome is the row's. */
  private void condition(Contract row) {
    String detail = row.moment().detail();
    if (detail.isEmpty()) {
      return;
    }
    if (row.moment().kind() == Kind.THROW) {
      code.loadLocal(thrown);
      code.instanceOf(Type.getObjectType(detail.replace('.', '/')));
      outcome("isTrue", "Z");
    } else if (row.moment().kind() == Kind.RETURN) {
      code.loadLocal(result);
      switch (detail) {
        case "=true" -> outcome("isTrue", "Z");
        case "=false" -> outcome("isFalse", "Z");
        case "!=null" -> outcome("isNonNull", OBJECT);
        case "==null" -> outcome("isNull", OBJECT);
        case ">0" -> outcome("isPositive", "I");
        case "!=0" -> outcome("isNonZero", "J");
        default -> throw new IllegalArgumentException("not an outcome: " + detail);
      }
    }
  }

  private void outcome(String hook, String kind) {
    code.invokeStatic(OUTCOME, new Method(hook, "(" + OBJECT + kind + ")" + OBJECT));
  }

  /** Loads an argument; returns its descriptor in the hook's signature. */
  private String load(String argument) {
    switch (argument) {
      case "this" -> {
        code.loadThis();
        return OBJECT;
      }
      case "class" -> {
        code.push(Type.getObjectType(owner));
        return OBJECT;
      }
      case "current" -> {
        code.invokeStatic(THREAD, new Method("currentThread", "()Ljava/lang/Thread;"));
        return OBJECT;
      }
      case "null" -> {
        code.push((String) null);
        return OBJECT;
      }
      case "result" -> {
        code.loadLocal(result);
        return kind(resultType);
      }
      case "kept" -> {
        code.loadLocal(kept);
        return kind(code.getLocalType(kept));
      }
      case "thrown" -> {
        code.loadLocal(thrown);
        return OBJECT;
      }
      default -> {
        return loadPart(argument);
      }
    }
  }

  private String loadPart(String argument) {
    if (argument.startsWith("arg")) {
      int index = Integer.parseInt(argument.substring(3));
      code.loadArg(index);
      return kind(parameters[index]);
    }
    if (!argument.startsWith("this.") || isStatic) {
      throw new IllegalArgumentException("not an argument: " + argument);
    }
    String member = argument.substring(5);
    String field = shape.field(member);
    if (field == null) {
      throw new IllegalArgumentException(owner + " has no field " + member);
    }
    code.loadThis();
    code.getField(Type.getObjectType(owner), member, Type.getType(field));
    return kind(Type.getType(field));
  }

  private static String kind(@Nullable Type type) {
    if (type == null) {
      throw new IllegalArgumentException("nothing is on top of the stack");
    }
    return switch (type.getSort()) {
      case Type.OBJECT, Type.ARRAY -> OBJECT;
      case Type.BYTE, Type.SHORT, Type.CHAR -> "I";
      default -> type.getDescriptor();
    };
  }
}
