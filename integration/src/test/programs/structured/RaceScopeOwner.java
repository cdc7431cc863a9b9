import java.util.concurrent.StructuredTaskScope;

// PREVIEW 25

/** SC-1: what the owner does after fork and before join is not ordered with the subtask. */
class RaceScopeOwner {
  static int cell;

  public static void main(String[] args) throws Exception {
    try (var scope = StructuredTaskScope.open()) {
      scope.fork(
          () -> {
            cell = 1; // RACE cell
            return null;
          });
      cell = 2; // RACE cell
      scope.join();
    }
  }
}
