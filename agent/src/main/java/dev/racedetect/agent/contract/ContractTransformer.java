package dev.racedetect.agent.contract;

import dev.racedetect.agent.resource.AgentJar;
import dev.racedetect.runtime.report.Findings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Weaves the contracts of the JDK's classes, those that this JDK has. */
public final class ContractTransformer {
  /**
   * System property for tests: outermost classes, separated by commas, whose rows are left out, or
   * {@code java.util.concurrent} for all of them.
   */
  static final String WITHOUT = "dev.racedetect.contracts.without";

  private final Map<String, List<Contract>> rows;
  private final Set<String> data;
  private final Fallback fallback;

  private ContractTransformer(
      Map<String, List<Contract>> rows, Set<String> data, Fallback fallback) {
    this.rows = rows;
    this.data = data;
    this.fallback = fallback;
  }

  /**
   * The contracts for the running JDK. Initialises the hook classes that they call.
   *
   * @param parts which rows count
   * @param jar where the rows are
   */
  public static ContractTransformer load(TableParts parts, AgentJar jar) {
    int release = Runtime.version().feature();
    Map<String, List<Contract>> rows = new HashMap<>();
    Set<String> data = new TreeSet<>();
    Fallback fallback = new Fallback(parts.order());
    Set<String> without = Set.of(System.getProperty(WITHOUT, "").replace('.', '/').split(",", -1));
    for (Contract row : parts.rows(jar)) {
      if (leftOut(row, without)) {
        continue;
      }
      if (!row.isEscape() && !row.isData()) {
        fallback.cover(row.owner());
      }
      if (row.isData() && (row.owner().indexOf('$') < 0 || isCursor(row))) {
        data.add(row.owner());
      }
      if (row.releases().contains(release) && !row.operation().isWord("nothing")) {
        rows.computeIfAbsent(row.owner(), owner -> new ArrayList<>()).add(row);
        initialise(row.operation());
      }
    }
    return new ContractTransformer(rows, data, fallback);
  }

  /** Whether the row's object is data of its own though its class is one inside another. */
  private static boolean isCursor(Contract row) {
    return row.operation().name().equals("advance");
  }

  private static boolean leftOut(Contract row, Set<String> without) {
    if (row.operation().isWord("nothing")) {
      return false;
    }
    String outermost = Fallback.outermost(row.owner());
    boolean base = row.owner().contains("/AbstractQueued");
    return without.contains(outermost)
        || !base
            && outermost.startsWith("java/util/concurrent/")
            && without.contains("java/util/concurrent");
  }

  /**
   * Internal names of the thread-unsafe classes of the table, without those inside others but for
   * iterators.
   */
  public Set<String> dataClasses() {
    return data;
  }

  /** A hook must not run its class's initialiser inside a JDK method. */
  private static void initialise(Operation operation) {
    if (!operation.family().isEmpty()) {
      try {
        Class.forName(operation.hookClass().replace('/', '.'));
      } catch (ClassNotFoundException e) {
        throw new IllegalStateException("no such family of operations: " + operation, e);
      }
    }
  }

  /** Whether a class of the JDK has rows, or is followed because it has none. */
  public boolean concerns(String internalName) {
    return rows.containsKey(internalName) || fallback.follows(internalName);
  }

  /**
   * Weaves a class of the JDK.
   *
   * @return the woven class file; null if the class is none of {@link #concerns}
   */
  public byte @Nullable [] transform(String internalName, byte[] classfile) {
    byte[] followed =
        fallback.follows(internalName) ? fallback.weave(internalName, classfile) : null;
    List<Contract> mine = rows.get(internalName);
    if (mine == null) {
      return followed;
    }
    List<Contract> missing = new ArrayList<>();
    byte[] woven = ContractWeaver.weave(followed == null ? classfile : followed, mine, missing);
    for (Contract row : missing) {
      if (isEdge(row.operation())) {
        Findings.degraded("contract unknown to this JDK", row.toString());
      }
    }
    return woven;
  }

  /**
   * Whether its absence can raise a false alarm; a silence that is missing can only hide a race,
   * and where tasks were submitted is only told.
   */
  private static boolean isEdge(Operation operation) {
    boolean told = operation.family().equals("task") && operation.name().equals("running");
    return !operation.family().isEmpty() && !told || operation.isWord("locked");
  }
}
