package structured;

import java.util.concurrent.*;
import java.util.concurrent.StructuredTaskScope.*;

// F1: a joiner that never throws, and nobody asks the subtask.
// PREVIEW 25
public class EscapeScopeAwaitAll {
  public static void main(String[] args) throws Exception {
    try (var scope = StructuredTaskScope.open(Joiner.<Integer>awaitAll())) {
      scope.fork(() -> Integer.parseInt("x")); // ESCAPE future-unobserved NumberFormatException
      scope.join();
    }
  }
}
