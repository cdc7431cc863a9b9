package dev.racedetect.agent.contract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Weaves the contracts of the JDK's classes, those that this JDK has. */
public final class ContractTransformer {
  private final Map<String, List<Contract>> rows;
  private final List<Contract> missing = Collections.synchronizedList(new ArrayList<>());

  private ContractTransformer(Map<String, List<Contract>> rows) {
    this.rows = rows;
  }

  /**
   * The contracts for the running JDK. Initialises the hook classes that they call.
   *
   * @param races whether what orders accesses is woven
   * @param escapes whether what loses exceptions is woven
   */
  public static ContractTransformer load(boolean races, boolean escapes) {
    int release = Runtime.version().feature();
    List<Contract> table = new ArrayList<>();
    if (races) {
      table.addAll(ContractTable.read());
    }
    if (escapes) {
      table.addAll(ContractTable.readEscapes());
    }
    Map<String, List<Contract>> rows = new HashMap<>();
    for (Contract row : table) {
      if (row.releases().contains(release)) {
        rows.computeIfAbsent(row.owner(), owner -> new ArrayList<>()).add(row);
        initialise(row.operation());
      }
    }
    return new ContractTransformer(rows);
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

  /** Internal names of the classes that have rows. */
  public Set<String> targets() {
    return rows.keySet();
  }

  /**
   * Weaves a class of the JDK.
   *
   * @return the woven class file; null if the class has no rows
   */
  public byte @Nullable [] transform(String internalName, byte[] classfile) {
    List<Contract> mine = rows.get(internalName);
    return mine == null ? null : ContractWeaver.weave(classfile, mine, missing);
  }

  /**
   * The rows that could not be woven into the classes seen so far, because this JDK lacks the
   * method or the place in it: each is a {@code class.method(types)}.
   */
  public List<String> missing() {
    List<String> names = new ArrayList<>();
    synchronized (missing) {
      for (Contract row : missing) {
        names.add(row.toString());
      }
    }
    return names;
  }
}
