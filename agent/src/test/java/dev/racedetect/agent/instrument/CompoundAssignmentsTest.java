package dev.racedetect.agent.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racedetect.subject.Cells;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which loads are checked as the stores that follow, and which are not. */
final class CompoundAssignmentsTest {
  private static boolean isCheckOf(String owner, String name) {
    return owner.equals(Names.ARRAY_HOOKS)
        || name.startsWith("$rd$R$a$")
        || name.startsWith("$rd$W$a$")
        || name.startsWith("$rd$R$b$")
        || name.startsWith("$rd$W$b$")
        || name.startsWith("$rd$R$shared$")
        || name.startsWith("$rd$W$shared$");
  }

  @Test
  void checks() throws IOException {
    Map<String, List<String>> calls =
        EmittedCalls.of(Cells.class, CompoundAssignmentsTest::isCheckOf);
    calls.forEach(
        (method, checks) -> {
          if (method.startsWith("once")) {
            assertThat(checks).as(method).hasSize(1);
            assertThat(checks.get(0)).as(method).matches(".*(\\$W\\$|Store).*");
          } else if (method.startsWith("twice")) {
            assertThat(checks).as(method).hasSize(2);
            assertThat(checks.get(0)).as(method).matches(".*(\\$R\\$|Load).*");
          }
        });
    assertThat(calls.keySet().stream().filter(m -> m.startsWith("once"))).hasSize(8);
    assertThat(calls.keySet().stream().filter(m -> m.startsWith("twice"))).hasSize(5);
  }
}
