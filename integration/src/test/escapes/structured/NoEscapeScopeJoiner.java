package structured;

import java.util.concurrent.*;
import java.util.concurrent.StructuredTaskScope.*;

// O3: a joiner of the program looks at the failure.
// PREVIEW 25
public class NoEscapeScopeJoiner {
  public static void main(String[] args) throws Exception {
    Joiner<Integer, Throwable> last =
        new Joiner<>() {
          volatile Throwable seen;

          @Override
          public boolean onComplete(Subtask<? extends Integer> subtask) {
            if (subtask.state() == Subtask.State.FAILED) {
              seen = subtask.exception();
            }
            return false;
          }

          @Override
          public Throwable result() {
            return seen;
          }
        };
    try (var scope = StructuredTaskScope.open(last)) {
      scope.fork(() -> Integer.parseInt("x"));
      if (!(scope.join() instanceof NumberFormatException)) {
        throw new AssertionError();
      }
    }
  }
}
