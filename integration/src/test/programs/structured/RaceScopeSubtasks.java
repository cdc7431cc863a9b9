import java.util.concurrent.StructuredTaskScope;

// PREVIEW 25

/** SC-1: subtasks are not ordered among one another. */
class RaceScopeSubtasks {
  static int cell;

  public static void main(String[] args) throws Exception {
    try (var scope = StructuredTaskScope.open()) {
      for (int i = 0; i < 2; i++) {
        int own = i;
        scope.fork(
            () -> {
              cell = own; // RACE cell
              return null;
            });
      }
      scope.join();
    }
  }
}
