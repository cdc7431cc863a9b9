import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Joiner;
import java.util.concurrent.StructuredTaskScope.Subtask;

// PREVIEW 25

/** SC-7: a joiner is told by the subtasks' threads, which are not ordered. */
class RaceScopeJoiner {
  static class Sum implements Joiner<Integer, Integer> {
    int sum;

    @Override
    public boolean onComplete(Subtask<? extends Integer> subtask) {
      sum += subtask.get(); // RACE sum
      return false;
    }

    @Override
    public Integer result() {
      return sum;
    }
  }

  public static void main(String[] args) throws Exception {
    try (var scope = StructuredTaskScope.open(new Sum())) {
      for (int i = 1; i <= 2; i++) {
        int own = i;
        scope.fork(() -> own);
      }
      scope.join();
    }
  }
}
