package structured;

import java.util.concurrent.*;
import java.util.concurrent.StructuredTaskScope.*;

// F1: a joiner of the program that looks at successes only.
// PREVIEW 25
public class EscapeScopeJoiner {
  public static void main(String[] args) throws Exception {
    Joiner<Integer, Integer> sum =
        new Joiner<>() {
          @Override
          public boolean onComplete(Subtask<? extends Integer> subtask) {
            return false;
          }

          @Override
          public Integer result() {
            return 0;
          }
        };
    try (var scope = StructuredTaskScope.open(sum)) {
      scope.fork(() -> Integer.parseInt("x")); // ESCAPE future-unobserved NumberFormatException
      scope.join();
    }
  }
}
