import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Joiner;
import java.util.concurrent.StructuredTaskScope.Subtask;

// PREVIEW 25

/** SC-4: the joiner's result is asked for when all subtasks are complete, their notice included. */
class NoRaceScopeJoiner {
  static class Sum implements Joiner<Integer, Integer> {
    int forked;
    int sum;

    @Override
    public boolean onFork(Subtask<? extends Integer> subtask) {
      forked++;
      return false;
    }

    @Override
    public boolean onComplete(Subtask<? extends Integer> subtask) {
      synchronized (this) {
        sum += subtask.get();
      }
      return false;
    }

    @Override
    public Integer result() {
      return sum + forked;
    }
  }

  public static void main(String[] args) throws Exception {
    try (var scope = StructuredTaskScope.open(new Sum())) {
      for (int i = 1; i <= 4; i++) {
        int own = i;
        scope.fork(() -> own);
      }
      if (scope.join() != 14) {
        throw new AssertionError();
      }
    }
  }
}
