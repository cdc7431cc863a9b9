package structured;

import java.util.concurrent.*;
import java.util.concurrent.StructuredTaskScope.*;

// O1: the subtask is asked for its exception.
// PREVIEW 25
public class NoEscapeScopeAsked {
  public static void main(String[] args) throws Exception {
    try (var scope = StructuredTaskScope.open(Joiner.<Integer>awaitAll())) {
      var task = scope.fork(() -> Integer.parseInt("x"));
      scope.join();
      if (!(task.exception() instanceof NumberFormatException)) {
        throw new AssertionError();
      }
    }
  }
}
