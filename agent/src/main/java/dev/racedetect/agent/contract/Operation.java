package dev.racedetect.agent.contract;

import java.util.List;
import org.objectweb.asm.Type;

/**
 * What a row does: a call of a hook, {@code family.operation(arguments)}.
 *
 * @param kept whether the hook's value is kept for the argument {@code kept} of later rows
 * @param family the family of keys, which names the hook class; empty for the weaver's own words
 *     {@code mute}, {@code deafen}, {@code unmute}, {@code keep}, {@code locked} and {@code
 *     nothing}
 * @param name the hook's name
 * @param arguments what is handed to it
 */
record Operation(boolean kept, String family, String name, List<String> arguments) {
  private static final String HOOKS = "dev/racedetect/runtime/hook/";

  /**
   * Reads {@code family.operation(argument,argument)}, with {@code let:} before it if its value is
   * kept, or a word.
   *
   * @throws IllegalArgumentException if it is something else
   */
  static Operation parse(String text) {
    boolean kept = text.startsWith("let:");
    String call = kept ? text.substring(4) : text;
    int open = call.indexOf('(');
    if (open < 0) {
      return new Operation(kept, "", call, List.of());
    }
    int dot = call.indexOf('.');
    if (dot <= 0 || dot > open || !call.endsWith(")")) {
      throw new IllegalArgumentException("not an operation: " + text);
    }
    String inside = call.substring(open + 1, call.length() - 1);
    return new Operation(
        kept,
        call.substring(0, dot),
        call.substring(dot + 1, open),
        List.of(inside.split(",", -1)));
  }

  boolean isWord(String word) {
    return family.isEmpty() && name.equals(word);
  }

  /** Internal name of the hook class. */
  String hookClass() {
    return HOOKS + Character.toUpperCase(family.charAt(0)) + family.substring(1) + "Hooks";
  }

  /** What the hook returns. */
  Type hookResult() {
    return kept ? Type.getObjectType("java/lang/Object") : Type.VOID_TYPE;
  }
}
