package dev.racedetect.agent.select;

import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.util.HashSet;
import java.util.Set;

/** Tells the JDK's own packages from all others. */
public final class JdkClasses {
  private final Set<String> packages = new HashSet<>();

  /** Reads the packages of the run-time image. */
  public JdkClasses() {
    for (ModuleReference module : ModuleFinder.ofSystem().findAll()) {
      String name = module.descriptor().name();
      if (name.startsWith("java.") || name.startsWith("jdk.")) {
        packages.addAll(module.descriptor().packages());
      }
    }
  }

  /** Whether a class of that internal name belongs to the JDK, as do all in {@code java}. */
  public boolean contains(String internalName) {
    if (internalName.startsWith("java/")) {
      return true;
    }
    int slash = internalName.lastIndexOf('/');
    return slash > 0 && packages.contains(internalName.substring(0, slash).replace('/', '.'));
  }
}
