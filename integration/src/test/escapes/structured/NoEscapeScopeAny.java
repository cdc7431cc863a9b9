package structured;

import java.util.concurrent.*;
import java.util.concurrent.StructuredTaskScope.*;

// N3: another subtask won.
// PREVIEW 25
public class NoEscapeScopeAny {
  public static void main(String[] args) throws Exception {
    try (var scope = StructuredTaskScope.open(Joiner.<Integer>anySuccessfulResultOrThrow())) {
      scope.fork(() -> Integer.parseInt("x"));
      scope.fork(
          () -> {
            Thread.sleep(100);
            return 7;
          });
      if (scope.join() != 7) {
        throw new AssertionError();
      }
    }
  }
}
