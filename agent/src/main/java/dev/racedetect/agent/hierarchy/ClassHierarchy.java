package dev.racedetect.agent.hierarchy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;

/**
 * The class files that a class loader would load, by name. Facts of classes that were offered for
 * instrumentation are kept; others are read as resources of the loader.
 */
public final class ClassHierarchy {
  private static final Module BASE = Object.class.getModule();

  private final Map<ClassLoader, Map<String, Optional<ClassFacts>>> known = new WeakHashMap<>();
  private final Map<String, Optional<ClassFacts>> boot = new ConcurrentHashMap<>();
  private final ConstructorEscapes constructors = new ConstructorEscapes();

  private Map<String, Optional<ClassFacts>> of(@Nullable ClassLoader loader) {
    if (loader == null) {
      return boot;
    }
    synchronized (known) {
      return known.computeIfAbsent(loader, l -> new ConcurrentHashMap<>());
    }
  }

  /** Keeps the facts of a class that a loader is defining. */
  public void defined(@Nullable ClassLoader loader, ClassFacts facts) {
    of(loader).put(facts.name(), Optional.of(facts));
  }

  /**
   * Remembers what is known of a class, for the time in which another takes its name.
   *
   * @return restores it
   */
  public Runnable remember(@Nullable ClassLoader loader, String name) {
    Map<String, Optional<ClassFacts>> map = of(loader);
    Optional<ClassFacts> facts = map.get(name);
    Runnable restoreConstructors = constructors.remember(loader, name);
    return () -> {
      if (facts == null) {
        map.remove(name);
      } else {
        map.put(name, facts);
      }
      restoreConstructors.run();
    };
  }

  /** Which constructors let {@code this} escape. */
  public ConstructorEscapes constructors() {
    return constructors;
  }

  /**
   * The facts of a class as seen by a loader.
   *
   * @return null if the loader has no class file of that name to show
   */
  public @Nullable ClassFacts find(@Nullable ClassLoader loader, String name) {
    Map<String, Optional<ClassFacts>> map = of(loader);
    Optional<ClassFacts> facts = map.get(name);
    if (facts == null) {
      facts = Optional.ofNullable(read(loader, name));
      map.putIfAbsent(name, facts);
    }
    return facts.isPresent() ? facts.get() : definedElsewhere(loader, name);
  }

  /**
   * The facts of a class that some loader has defined without having its class file as a resource:
   * generated at run time, or read from where only that loader knows. A loader that refers to such
   * a class has it from a parent or from another loader that it delegates to; if several unrelated
   * loaders have defined a class of that name, there is no telling which.
   */
  private @Nullable ClassFacts definedElsewhere(@Nullable ClassLoader loader, String name) {
    for (ClassLoader up = loader; up != null; up = parent(up)) {
      Optional<ClassFacts> facts = of(up).get(name);
      if (facts != null && facts.isPresent()) {
        return facts.get();
      }
    }
    Optional<ClassFacts> inBoot = boot.get(name);
    if (inBoot != null && inBoot.isPresent()) {
      return inBoot.get();
    }
    ClassFacts only = null;
    synchronized (known) {
      for (Map<String, Optional<ClassFacts>> map : known.values()) {
        Optional<ClassFacts> facts = map.get(name);
        if (facts != null && facts.isPresent()) {
          if (only != null) {
            return null;
          }
          only = facts.get();
        }
      }
    }
    return only;
  }

  /** The parent of a loader, null also if a security manager does not let us know it. */
  private static @Nullable ClassLoader parent(ClassLoader loader) {
    try {
      return loader.getParent();
    } catch (SecurityException refused) {
      return null;
    }
  }

  private static @Nullable ClassFacts read(@Nullable ClassLoader loader, String name) {
    ClassReader reader = reader(loader, name);
    try {
      return reader == null ? null : ClassFacts.read(reader);
    } catch (RuntimeException malformed) {
      return null;
    }
  }

  /** The class file that a loader has as a resource; null if there is none, or none of these. */
  static @Nullable ClassReader reader(@Nullable ClassLoader loader, String name) {
    return name.startsWith("java/") && isOfBase(name) ? readBase(name) : readFrom(loader, name);
  }

  /** Whether it is in a package of {@code java.base}; no other loader can have one of those. */
  private static boolean isOfBase(String name) {
    String packageName = name.substring(0, name.lastIndexOf('/')).replace('/', '.');
    return BASE.getPackages().contains(packageName);
  }

  /** Without the URLs and connections that class loaders need for it. */
  private static @Nullable ClassReader readBase(String name) {
    try (InputStream in = BASE.getResourceAsStream(name + ".class")) {
      return in == null ? null : new ClassReader(in.readAllBytes());
    } catch (IOException | RuntimeException | LinkageError unreadable) {
      return null;
    }
  }

  /** Application class loaders run here: their synchronisation is seen, their accesses are not. */
  private static @Nullable ClassReader readFrom(@Nullable ClassLoader loader, String name) {
    String resource = name + ".class";
    try (InputStream in =
        loader == null
            ? ClassLoader.getSystemResourceAsStream(resource)
            : loader.getResourceAsStream(resource)) {
      return in == null ? null : new ClassReader(in.readAllBytes());
    } catch (IOException | RuntimeException | LinkageError unreadable) {
      return null;
    }
  }

  /**
   * Resolves a symbolic reference to a field as the VM will.
   *
   * @return null if some class on the way cannot be read or there is no such field
   */
  public @Nullable ResolvedField resolve(
      @Nullable ClassLoader loader, String owner, String name, String desc) {
    ClassFacts facts = find(loader, owner);
    while (facts != null) {
      FieldFacts field = facts.field(name, desc);
      if (field != null) {
        return new ResolvedField(facts, field);
      }
      for (String i : facts.interfaces()) {
        ResolvedField inherited = resolve(loader, i, name, desc);
        if (inherited != null) {
          return inherited;
        }
      }
      String up = facts.superName();
      facts = up == null ? null : find(loader, up);
    }
    return null;
  }

  /**
   * Whether a class is, or may be, serializable: its default {@code serialVersionUID} then depends
   * on whether it has a static initialiser.
   */
  public boolean maybeSerializable(@Nullable ClassLoader loader, ClassFacts facts) {
    for (String i : facts.interfaces()) {
      if (i.equals("java/io/Serializable") || i.equals("java/io/Externalizable")) {
        return true;
      }
      ClassFacts up = find(loader, i);
      if (up == null || maybeSerializable(loader, up)) {
        return true;
      }
    }
    String superName = facts.superName();
    if (superName == null || superName.equals("java/lang/Object")) {
      return false;
    }
    ClassFacts up = find(loader, superName);
    return up == null || maybeSerializable(loader, up);
  }
}
