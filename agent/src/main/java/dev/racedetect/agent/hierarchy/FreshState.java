package dev.racedetect.agent.hierarchy;

import java.util.Arrays;

/**
 * What variables and operand stack hold before an instruction, and which objects are fresh: the
 * abstract state of {@link FreshObjects}. Objects have numbers from 1 on; a slot with something
 * else has {@link #OTHER}.
 */
final class FreshState {
  /** Stands for whatever is not followed. */
  static final int OTHER = 0;

  private int[] variables = {};
  private int[] stack = new int[4];
  private int depth;

  /** Objects whose constructor has returned, a bit each. */
  int constructed;

  /** Objects that have escaped. */
  int escaped;

  FreshState copy() {
    FreshState s = new FreshState();
    s.variables = variables.clone();
    s.stack = stack.clone();
    s.depth = depth;
    s.constructed = constructed;
    s.escaped = escaped;
    return s;
  }

  static int bit(int object) {
    return object == OTHER ? 0 : 1 << object - 1;
  }

  int fresh() {
    return constructed & ~escaped;
  }

  int load(int variable) {
    return variable < variables.length ? variables[variable] : OTHER;
  }

  void store(int variable, int object) {
    if (variable >= variables.length) {
      if (object == OTHER) {
        return;
      }
      variables = Arrays.copyOf(variables, variable + 4);
    }
    variables[variable] = object;
  }

  void push(int object) {
    if (depth == stack.length) {
      stack = Arrays.copyOf(stack, 2 * depth);
    }
    stack[depth++] = object;
  }

  /** Below what is known of the stack are things that are not followed. */
  int pop() {
    return depth == 0 ? OTHER : stack[--depth];
  }

  int fromTop(int i) {
    return i < depth ? stack[depth - 1 - i] : OTHER;
  }

  void escape(int object) {
    escaped |= bit(object);
  }

  /** Takes slots from the stack for a purpose that is not known. */
  void use(int slots) {
    for (int i = 0; i < slots; i++) {
      escape(pop());
    }
  }

  void pushOthers(int slots) {
    for (int i = 0; i < slots; i++) {
      push(OTHER);
    }
  }

  /** Forgets an object of an earlier round of a loop. */
  void renew(int object) {
    constructed &= ~bit(object);
    escaped &= ~bit(object);
  }

  /** What holds whichever of the two states there is. */
  FreshState join(FreshState other) {
    FreshState s = new FreshState();
    s.constructed = constructed & other.constructed;
    s.escaped = escaped | other.escaped | constructed ^ other.constructed;
    int variableCount = Math.max(variables.length, other.variables.length);
    for (int i = 0; i < variableCount; i++) {
      s.store(i, s.agreed(load(i), other.load(i)));
    }
    int slots = Math.max(depth, other.depth);
    for (int i = slots - 1; i >= 0; i--) {
      s.push(s.agreed(fromTop(i), other.fromTop(i)));
    }
    return s;
  }

  private int agreed(int a, int b) {
    if (a == b) {
      return a;
    }
    escape(a);
    escape(b);
    return OTHER;
  }

  /** Whether the other state may be taken for this one. */
  boolean holdsIn(FreshState other) {
    int followed = held() & ~escaped;
    if ((followed & (constructed ^ other.constructed | other.escaped)) != 0) {
      return false;
    }
    for (int i = 0; i < Math.max(variables.length, other.variables.length); i++) {
      if (!holds(load(i), other.load(i), followed)) {
        return false;
      }
    }
    for (int i = 0; i < Math.max(depth, other.depth); i++) {
      if (!holds(fromTop(i), other.fromTop(i), followed)) {
        return false;
      }
    }
    return true;
  }

  private static boolean holds(int assumed, int actual, int followed) {
    return assumed == actual || ((bit(assumed) | bit(actual)) & followed) == 0;
  }

  /** The objects that a variable or the stack refers to. */
  private int held() {
    int bits = 0;
    for (int object : variables) {
      bits |= bit(object);
    }
    for (int i = 0; i < depth; i++) {
      bits |= bit(stack[i]);
    }
    return bits;
  }
}
