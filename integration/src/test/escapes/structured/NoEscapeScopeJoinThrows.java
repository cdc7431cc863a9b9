package structured;

import java.util.concurrent.*;
import java.util.concurrent.StructuredTaskScope.*;

// O1: join throws the first failure, for all of them.
// PREVIEW 25
public class NoEscapeScopeJoinThrows {
  public static void main(String[] args) throws Exception {
    try (var scope = StructuredTaskScope.open()) {
      scope.fork(() -> Integer.parseInt("x"));
      scope.fork(() -> Integer.parseInt("y"));
      scope.join();
      throw new AssertionError("did not throw");
    } catch (FailedException e) {
      if (!(e.getCause() instanceof NumberFormatException)) {
        throw e;
      }
    }
  }
}
