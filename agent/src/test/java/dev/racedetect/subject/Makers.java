package dev.racedetect.subject;

import java.util.AbstractList;
import java.util.function.IntSupplier;

/**
 * Classes that write to new objects. Writes to a field whose name begins with {@code fresh} are of
 * an object that nobody else knows, those whose name begins with {@code known} may not be.
 */
@SuppressWarnings("unused")
public final class Makers {
  static Object published;
  static Object[] many = new Object[1];

  private Makers() {}

  static class Plain {
    int fresh;
    Object freshOther;
    long freshWide = 7;

    Plain(int n) {
      fresh = n;
      freshOther = "n" + n;
    }
  }

  static class Delegating extends Plain {
    long freshAfter;
    double freshLater;

    Delegating() {
      this(3);
      freshAfter = 4;
    }

    Delegating(int n) {
      super(n);
      freshLater = n;
      freshLater += 2;
      freshLater++;
    }
  }

  static class OfJdk extends AbstractList<String> {
    int fresh;

    OfJdk() {
      fresh = 1;
    }

    @Override
    public String get(int i) {
      return "";
    }

    @Override
    public int size() {
      return fresh;
    }
  }

  static class Inner {
    class Part {
      int fresh = 3;
    }
  }

  enum Kind {
    ONE;

    int fresh = 3;
  }

  /** {@code Throwable}'s constructor calls a method that may be overridden. */
  static class Failure extends Exception {
    private static final long serialVersionUID = 1;
    int known;

    Failure() {
      known = 1;
    }
  }

  static class AsArgument {
    int fresh;
    int known;

    AsArgument() {
      fresh = 1;
      register(this);
      known = 2;
    }

    static void register(Object o) {
      published = o;
    }
  }

  static class OfEscaping extends AsArgument {
    int known;

    OfEscaping() {
      known = 3;
    }
  }

  static class DelegatingToEscaping extends AsArgument {
    int known;

    DelegatingToEscaping() {
      super();
    }

    DelegatingToEscaping(int n) {
      this();
      known = n;
    }
  }

  static class AsReceiver {
    int fresh;
    int known;

    AsReceiver() {
      fresh = 1;
      register();
      known = 2;
    }

    private void register() {
      published = this;
    }
  }

  static class IntoStatic {
    int fresh;
    int known;

    IntoStatic() {
      fresh = 1;
      published = this;
      known = 2;
    }
  }

  static class IntoArray {
    int fresh;
    int known;

    IntoArray() {
      fresh = 1;
      many[0] = this;
      known = 2;
    }
  }

  static class IntoField {
    int fresh;
    int known;
    IntoField next;

    IntoField(IntoField other) {
      fresh = 1;
      other.next = this;
      known = 2;
    }
  }

  static class IntoLambda {
    int fresh;
    int known;
    final IntSupplier reader;

    IntoLambda() {
      fresh = 1;
      reader = () -> known;
      known = 2;
    }
  }

  static class Locked {
    int fresh;
    int known;

    Locked() {
      fresh = 1;
      synchronized (this) {
        known = 2;
      }
    }
  }

  static class InBranch {
    int fresh;
    int freshInBranch;
    int known;

    InBranch(boolean early) {
      if (early) {
        freshInBranch = 1;
      } else {
        freshInBranch = 2;
      }
      fresh = 1;
      if (early) {
        published = this;
      }
      known = 2;
    }
  }

  static class InSwitch {
    int fresh;
    int known;

    InSwitch(int n) {
      fresh = 1;
      switch (n) {
        case 1:
          published = this;
          break;
        default:
          break;
      }
      known = 2;
    }
  }

  static class InLoop {
    int fresh;
    int known;
    int knownBehind;

    InLoop(int n) {
      fresh = 1;
      for (int i = 0; i < n; i++) {
        known = i;
        published = this;
      }
      knownBehind = 2;
    }
  }

  static class InInnerLoop {
    int fresh;
    int knownOuter;
    int known;

    InInnerLoop(int n) {
      fresh = 1;
      for (int i = 0; i < n; i++) {
        knownOuter = i;
        for (int k = 0; k < i; k++) {
          known = k;
          if (k == 3) {
            published = this;
          }
        }
      }
    }
  }

  static class AfterLoop {
    int freshBefore;
    int freshWithin;
    int fresh;

    AfterLoop(int[] values) {
      freshBefore = values.length;
      for (int value : values) {
        freshWithin = value;
        values[0] += value;
      }
      fresh = 2;
    }
  }

  static class WithHandler {
    int fresh;
    int known;

    WithHandler(int[] values) {
      fresh = 1;
      try {
        published = this;
        values[0] = 1;
      } catch (ArrayIndexOutOfBoundsException e) {
        known = 2;
      }
    }
  }

  static class Alias {
    int fresh;
    int known;

    Alias(Alias other) {
      fresh = 1;
      Alias either = other == null ? this : other;
      published = either;
      known = 2;
    }
  }

  static class Copy {
    int fresh;
    int known;

    Copy() {
      Copy same = this;
      same.fresh = 1;
      published = same;
      this.known = 2;
    }
  }

  static class OfOther {
    int known;

    OfOther(OfOther other) {
      other.known = 1;
    }
  }

  static class Tree {
    Tree fresh;
    Tree freshRight;
    int freshDepth;
    int known;

    static Tree build(int depth) {
      Tree t = new Tree();
      t.freshDepth = depth;
      if (depth > 0) {
        t.fresh = build(depth - 1);
        t.freshRight = build(depth - 1);
      }
      published = t;
      t.known = depth;
      return t;
    }
  }

  static class Chain {
    Chain fresh;
    Chain known;

    static Chain of(int length) {
      Chain head = null;
      for (int i = 0; i < length; i++) {
        Chain made = new Chain();
        made.fresh = head;
        head = made;
        made.known = made;
      }
      return head;
    }
  }

  /** In the second round the variable holds the object of the first, which is published by then. */
  static class Lagging {
    int known;

    static void rounds() {
      Lagging last = new Lagging();
      for (int i = 0; i < 3; i++) {
        last.known = i;
        last = new Lagging();
        published = last;
      }
    }
  }

  static class OfEscapingMaker {
    int known;

    OfEscapingMaker() {
      published = this;
    }

    static OfEscapingMaker make() {
      OfEscapingMaker made = new OfEscapingMaker();
      made.known = 1;
      return made;
    }
  }
}
