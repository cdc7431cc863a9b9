import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Joiner;

// PREVIEW 25

/** SC-4: a subtask that fails has ended, too: also where join throws. */
class NoRaceScopeFailedSubtask {
  static int before;
  static int cell;

  public static void main(String[] args) throws Exception {
    try (var scope = StructuredTaskScope.open(Joiner.<Object>awaitAll())) {
      var failed = scope.fork(NoRaceScopeFailedSubtask::fail);
      scope.join();
      before = cell + failed.exception().getMessage().length();
    }
    try (var scope = StructuredTaskScope.open()) {
      scope.fork(NoRaceScopeFailedSubtask::fail);
      scope.join();
      throw new AssertionError("did not throw");
    } catch (StructuredTaskScope.FailedException expected) {
      cell++;
    }
  }

  private static Object fail() {
    cell = before + 1;
    throw new IllegalStateException("expected");
  }
}
