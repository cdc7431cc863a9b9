package structured;

import java.util.concurrent.*;
import java.util.concurrent.StructuredTaskScope.*;

// F1: the same for a Runnable.
// PREVIEW 25
public class EscapeScopeRunnable {
  public static void main(String[] args) throws Exception {
    try (var scope = StructuredTaskScope.open(Joiner.awaitAll())) {
      Runnable task = () -> Integer.parseInt("x"); // ESCAPE future-unobserved NumberFormatException
      scope.fork(task);
      scope.join();
    }
  }
}
