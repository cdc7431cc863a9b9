import java.util.concurrent.StructuredTaskScope;

// PREVIEW 25

/** SC-1, SC-4: fork orders the subtask behind the owner, join the owner behind all subtasks. */
class NoRaceScopeJoin {
  static int plain;
  static final int[] CELLS = new int[3];

  public static void main(String[] args) throws Exception {
    plain = 1;
    try (var scope = StructuredTaskScope.open()) {
      for (int i = 0; i < CELLS.length; i++) {
        int own = i;
        scope.fork(() -> CELLS[own] = plain + own);
      }
      scope.join();
      plain = CELLS[0] + CELLS[1] + CELLS[2];
    }
    plain++;
  }
}
