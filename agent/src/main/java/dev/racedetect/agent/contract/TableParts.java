package dev.racedetect.agent.contract;

import dev.racedetect.agent.resource.AgentJar;
import dev.racedetect.runtime.options.Options;
import java.util.ArrayList;
import java.util.List;

/**
 * Which parts of the table count in a run.
 *
 * @param order what orders accesses
 * @param unpromised order that JDK classes give without promising it; only together with {@code
 *     order}
 * @param data what thread-unsafe classes read and write; only together with {@code order}
 * @param escapes where exceptions get lost
 */
public record TableParts(boolean order, boolean unpromised, boolean data, boolean escapes) {

  /** The parts that the options ask for. */
  public static TableParts of(Options options) {
    return new TableParts(
        options.races(), options.extraEdges(), options.collections(), options.escapes());
  }

  /** The rows of these parts, for every JDK release. */
  List<Contract> rows(AgentJar jar) {
    List<Contract> rows = new ArrayList<>();
    if (order) {
      for (Contract row : ContractTable.read(jar)) {
        if (data || !row.isData()) {
          rows.add(row);
        }
      }
      if (unpromised) {
        rows.addAll(ContractTable.optional(jar));
      }
    }
    if (escapes) {
      rows.addAll(ContractTable.escapes(jar));
    }
    return rows;
  }
}
