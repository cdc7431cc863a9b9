import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Joiner;

// PREVIEW 25

/** SC-2: what a subtask returns is complete for who gets it, and so are the results of a joiner. */
class NoRaceScopeSubtaskGet {
  public static void main(String[] args) throws Exception {
    int[] first;
    try (var scope = StructuredTaskScope.open(Joiner.<int[]>anySuccessfulResultOrThrow())) {
      scope.fork(() -> made(1));
      scope.fork(() -> made(2));
      first = scope.join();
    }
    first[0]++;
    try (var scope = StructuredTaskScope.open(Joiner.<int[]>allSuccessfulOrThrow())) {
      scope.fork(() -> made(3));
      scope.fork(() -> made(4));
      scope.join().forEach(subtask -> subtask.get()[0]++);
    }
    try (var scope = StructuredTaskScope.open()) {
      var made = scope.fork(() -> made(5));
      scope.join();
      made.get()[0]++;
    }
  }

  private static int[] made(int value) {
    int[] box = new int[1];
    box[0] = value;
    return box;
  }
}
