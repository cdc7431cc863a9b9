import java.util.concurrent.StructuredTaskScope;

// PREVIEW 25

/** SC-4, SC-6: what a subtask of a subtask did is ordered before the end of both scopes. */
class NoRaceScopesNested {
  static int cell;

  public static void main(String[] args) throws Exception {
    try (var outer = StructuredTaskScope.open()) {
      outer.fork(
          () -> {
            try (var inner = StructuredTaskScope.open()) {
              inner.fork(() -> cell++);
              inner.join();
              return cell++;
            }
          });
      outer.join();
      cell++;
    }
  }
}
