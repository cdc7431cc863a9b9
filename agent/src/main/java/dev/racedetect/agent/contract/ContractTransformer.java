package dev.racedetect.agent.contract;

import dev.racedetect.runtime.options.Options;
import dev.racedetect.runtime.report.Findings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Weaves the contracts of the JDK's classes, those that this JDK has. */
public final class ContractTransformer {
  /**
   * System property for tests: outermost classes, separated by commas, whose rows are left out, or
   * {@code java.util.concurrent} for all of them.
   */
  static final String WITHOUT = "dev.racedetect.contracts.without";

  private final Map<String, List<Contract>> rows;

  /** Follows JDK classes without rows; null where data races are not watched. */
  private final @Nullable Fallback fallback;

  private ContractTransformer(Map<String, List<Contract>> rows, @Nullable Fallback fallback) {
    this.rows = rows;
    this.fallback = fallback;
  }

  /**
   * The contracts for the running JDK. Initialises the hook classes that they call.
   *
   * @param options which rows apply: what orders accesses, what loses exceptions, and edges that
   *     are not promised
   */
  public static ContractTransformer load(Options options) {
    Map<String, List<Contract>> rows = new HashMap<>();
    Fallback fallback = options.races() ? new Fallback() : null;
    Set<String> without = Set.of(System.getProperty(WITHOUT, "").replace('.', '/').split(","));
    List<Contract> order = new ArrayList<>();
    if (options.races()) {
      order.addAll(ContractTable.read());
    }
    if (options.races() && options.extraEdges()) {
      order.addAll(ContractTable.optional());
    }
    for (Contract row : order) {
      if (!leftOut(row, without)) {
        if (fallback != null) {
          fallback.cover(row.owner());
        }
        add(row, rows);
      }
    }
    if (options.escapes()) {
      for (Contract row : ContractTable.escapes()) {
        add(row, rows);
      }
    }
    return new ContractTransformer(rows, fallback);
  }

  private static void add(Contract row, Map<String, List<Contract>> rows) {
    int release = Runtime.version().feature();
    if (row.releases().contains(release) && !row.operation().isWord("nothing")) {
      rows.computeIfAbsent(row.owner(), owner -> new ArrayList<>()).add(row);
      initialise(row.operation());
    }
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
    return rows.containsKey(internalName) || follows(internalName);
  }

  private boolean follows(String internalName) {
    return fallback != null && fallback.follows(internalName);
  }

  /**
   * Weaves a class of the JDK.
   *
   * @return the woven class file; null if the class is none of {@link #concerns}
   */
  public byte @Nullable [] transform(String internalName, byte[] classfile) {
    List<Contract> mine = rows.get(internalName);
    if (mine == null) {
      return fallback != null && fallback.follows(internalName)
          ? fallback.weave(internalName, classfile)
          : null;
    }
    List<Contract> missing = new ArrayList<>();
    byte[] woven = ContractWeaver.weave(classfile, mine, missing);
    for (Contract row : missing) {
      if (isEdge(row.operation())) {
        Findings.degraded("contract unknown to this JDK", row.toString());
      }
    }
    return woven;
  }

  /**
   * Whether its absence can raise a false alarm; a silence that is missing can only hide a race.
   */
  private static boolean isEdge(Operation operation) {
    return !operation.family().isEmpty() || operation.isWord("locked");
  }
}
