package dev.racedetect.agent.instrument;

import dev.racedetect.agent.hierarchy.ClassFacts;
import dev.racedetect.agent.hierarchy.ClassHierarchy;
import dev.racedetect.agent.hierarchy.ResolvedField;
import dev.racedetect.agent.select.ClassSelection;
import org.jspecify.annotations.Nullable;

/**
 * The class under instrumentation and what its method visitors share.
 *
 * @param facts the class
 * @param loader its loader
 * @param hierarchy finds other classes
 * @param selection tells which classes carry shadow state
 * @param checked whether its accesses are checked (its synchronisation always is)
 * @param data which types of the JDK are watched as data
 * @param classId id of its initialisation clock, -1 without a static initialiser
 */
record ClassContext(
    ClassFacts facts,
    @Nullable ClassLoader loader,
    ClassHierarchy hierarchy,
    ClassSelection selection,
    boolean checked,
    DataTypes data,
    int classId) {

  /** The same for a method whose accesses are not checked. */
  ClassContext unchecked() {
    return new ClassContext(facts, loader, hierarchy, selection, false, data, classId);
  }

  /** The field that an instruction accesses, if it has shadow state; else null. */
  @Nullable ResolvedField shadowed(String owner, String name, String desc) {
    if (owner.charAt(0) == '[' || ClassSelection.own(owner)) {
      return null;
    }
    ResolvedField resolved = hierarchy.resolve(loader, owner, name, desc);
    if (resolved == null) {
      return null;
    }
    boolean own = resolved.declaring().name().equals(facts.name());
    return own || selection.instrumented(resolved.declaring().name()) ? resolved : null;
  }

  /** Whether a field may have shadow state, but its class cannot be seen before it is loaded. */
  boolean unseen(String owner, String name, String desc) {
    return owner.charAt(0) != '['
        && selection.instrumented(owner)
        && hierarchy.resolve(loader, owner, name, desc) == null;
  }
}
