package dev.racedetect.subject;

/**
 * Compound assignments and what looks like them. Each method's name tells how often it is checked.
 */
@SuppressWarnings("unused")
public final class Cells {
  static int shared;
  int a;
  long b;
  int other;
  volatile int gate;
  Cells next;

  void onceIncrement() {
    a++;
  }

  int onceValueBefore() {
    return a++;
  }

  long onceValueAfter() {
    return ++b;
  }

  int onceStatic() {
    return shared++;
  }

  void onceWide(int i) {
    b += 3L * i << 2;
  }

  void onceSpelledOut() {
    this.a += 1;
  }

  static void onceElement(long[] c, int i) {
    c[i] += i;
  }

  static int onceElementValue(byte[] c, int i) {
    return c[i]++;
  }

  void twiceForCall() {
    a += hashCode();
  }

  void twiceForDivision(int by) {
    a += 7 / by;
  }

  void twiceForBranch(boolean up) {
    a += up ? 1 : -1;
  }

  void twiceForTwoObjects() {
    a = next.a + 1;
  }

  static void twiceForTwoElements(int[] c, int i) {
    c[i] = c[i + 1] + 1;
  }
}
