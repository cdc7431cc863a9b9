package dev.racedetect.agent.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which checks are moved behind which loops. */
final class LoopVisitorTest {
  /** The loops. Each method's name tells what is expected of it. */
  @SuppressWarnings("unused")
  static final class Loops {
    int field;
    volatile int gate;

    static void moved(int[] a, int from) {
      for (int i = from; i < a.length; i += 2) {
        a[i + 1] = i;
      }
    }

    static long movedBoth(long[] a, double[] other) {
      long sum = 0;
      for (int i = 0; i < a.length - 1; i++) {
        sum += a[i];
        other[i - 3] += sum;
      }
      return sum;
    }

    /** One check of the neighbours, which are on one line, and of the element itself one. */
    static void movedStencil(double[] a, double[] b) {
      for (int i = 1; i < a.length - 1; i += 2) {
        a[i] = a[i - 1] + a[i + 1] + a[i] + b[i] + b[i];
      }
    }

    /** Elements between the offsets are not read: no common check. */
    static double movedApart(double[] a) {
      double sum = 0;
      for (int i = 0; i < a.length - 5; i += 2) {
        sum += a[i] + a[i + 5];
      }
      return sum;
    }

    /** The element {@code rows[i]}, what it refers to, and the sum. */
    static void movedRow(double[][] rows, double[] sums, int i) {
      for (int k = 0; k < 100; k++) {
        sums[i] += rows[i][k];
      }
    }

    /** A row by the counter is another in each round. */
    static double movedColumn(double[][] rows, int j) {
      double sum = 0;
      for (int k = 0; k < rows.length; k++) {
        sum += rows[k][j];
      }
      return sum;
    }

    /** The row may be replaced by the loop itself. */
    static void movedBesideReplacedRow(int[][] rows, int i, int[] other) {
      for (int k = 0; k < other.length; k++) {
        rows[i][0] = k;
        rows[i] = other;
      }
    }

    static int movedInner(int[][] rows) {
      int sum = 0;
      for (int[] row : rows) {
        for (int x : row) {
          sum += x > 3 ? x : 1;
        }
      }
      return sum;
    }

    int keptForVolatile(int[] a) {
      int sum = 0;
      for (int i = 0; i < a.length; i++) {
        sum += a[i] + gate;
      }
      return sum;
    }

    int keptForCall(int[] a) {
      int sum = 0;
      for (int i = 0; i < a.length; i++) {
        sum += a[i];
        int unused = hashCode();
      }
      return sum;
    }

    int keptForLock(int[] a) {
      int sum = 0;
      for (int i = 0; i < a.length; i++) {
        synchronized (this) {
          sum += a[i];
        }
      }
      return sum;
    }

    static int keptForCondition(int[] a) {
      int sum = 0;
      for (int i = 0; i < a.length; i++) {
        if ((i & 3) == 1) {
          sum += a[i];
        }
      }
      return sum;
    }

    static int keptForBreak(int[] a) {
      int sum = 0;
      for (int i = 0; i < a.length; i++) {
        if (sum > 100) {
          break;
        }
        sum += a[i];
      }
      return sum;
    }

    static void keptForCounter(int[] a) {
      for (int i = 0; i < a.length; i++) {
        a[i] = 1;
        i += 2;
      }
    }

    static void keptForArray(int[] given) {
      int[] a = given;
      for (int i = 0; i < 8; i++) {
        a[i] = 1;
        a = given.length == i ? given : new int[9];
      }
    }

    static void keptForIndex(int[] a) {
      for (int i = 0; i < a.length; i++) {
        a[i / 2] = 1;
      }
    }

    int keptForSpinning(int[] a) {
      int i = 0;
      while (field == 0) {
        i += a[0];
        i++;
      }
      return i;
    }

    static void keptForDirection(int[] a) {
      for (int i = a.length - 1; i >= 0; i--) {
        a[i] = 1;
      }
    }
  }

  @Test
  void loops() throws IOException {
    Map<String, List<String>> hooks =
        EmittedCalls.of(Loops.class, (owner, name) -> owner.equals(Names.ARRAY_HOOKS));
    assertThat(hooks.get("moved")).containsExactly("afterStores");
    assertThat(hooks.get("movedBoth")).containsExactly("afterLoads", "afterStores");
    assertThat(hooks.get("movedStencil"))
        .containsExactly("afterLoads", "afterLoads", "afterStores");
    assertThat(hooks.get("movedRow"))
        .containsExactlyInAnyOrder("row", "afterStore", "afterLoad", "afterLoads");
    assertThat(hooks.get("movedColumn")).containsExactlyInAnyOrder("beforeLoad", "afterLoads");
    assertThat(hooks.get("movedBesideReplacedRow")).contains("beforeStore", "afterStore");
    assertThat(hooks.get("movedApart")).containsExactly("afterLoads", "afterLoads");
    assertThat(hooks.get("movedInner")).containsExactly("beforeLoad", "afterLoads");
    hooks.forEach(
        (method, called) -> {
          if (method.startsWith("kept")) {
            assertThat(called)
                .as(method)
                .isNotEmpty()
                .doesNotContain("afterLoads", "afterStores", "afterLoad", "afterStore");
          }
        });
    assertThat(hooks).hasSize(18);
  }
}
