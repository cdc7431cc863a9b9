package structured;

import java.util.concurrent.*;
import java.util.concurrent.StructuredTaskScope.*;

// O1: the subtask is asked for its state.
// PREVIEW 25
public class NoEscapeScopeState {
  public static void main(String[] args) throws Exception {
    try (var scope = StructuredTaskScope.open(Joiner.<Integer>allUntil(t -> false))) {
      scope.fork(() -> Integer.parseInt("x"));
      long failed = scope.join().map(Subtask::state).filter(s -> s == Subtask.State.FAILED).count();
      if (failed != 1) {
        throw new AssertionError();
      }
    }
  }
}
