package dev.racedetect.agent.hierarchy;

import dev.racedetect.agent.hierarchy.FreshObjects.Constructor;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Which constructors do not let {@code this} escape, by {@link FreshObjects}. What was found in
 * classes that are being defined is kept; the class files of others are read when a constructor of
 * theirs is first asked for. A constructor that cannot be seen lets it escape.
 *
 * <p>Another agent may make a class differ from its class file. That it adds code to a constructor
 * through which other threads get {@code this} is not provided for.
 */
public final class ConstructorEscapes {
  /** By loader and internal name: of each constructor that keeps this, those it relies on. */
  private final Map<ClassLoader, Map<String, Map<String, Set<Constructor>>>> known =
      new WeakHashMap<>();

  private final Map<String, Map<String, Set<Constructor>>> boot = new ConcurrentHashMap<>();

  private Map<String, Map<String, Set<Constructor>>> of(@Nullable ClassLoader loader) {
    if (loader == null) {
      return boot;
    }
    synchronized (known) {
      return known.computeIfAbsent(loader, l -> new ConcurrentHashMap<>());
    }
  }

  /**
   * Keeps what was found in a class that a loader is defining.
   *
   * @param name internal name of the class
   * @param kept by descriptor, see {@link FreshObjects#keptBy}; without those that are null there
   */
  public void defined(
      @Nullable ClassLoader loader, String name, Map<String, Set<Constructor>> kept) {
    of(loader).put(name, kept);
  }

  /** See {@link ClassHierarchy#remember}. */
  Runnable remember(@Nullable ClassLoader loader, String name) {
    Map<String, Map<String, Set<Constructor>>> map = of(loader);
    Map<String, Set<Constructor>> kept = map.get(name);
    return () -> {
      if (kept == null) {
        map.remove(name);
      } else {
        map.put(name, kept);
      }
    };
  }

  /** Whether no constructor lets {@code this} escape, as seen by a loader. */
  public boolean keep(@Nullable ClassLoader loader, Set<Constructor> constructors) {
    return keep(loader, constructors, new HashSet<>());
  }

  private boolean keep(
      @Nullable ClassLoader loader, Set<Constructor> constructors, Set<Constructor> asked) {
    for (Constructor constructor : constructors) {
      if (asked.add(constructor)) {
        Set<Constructor> further = of(loader, constructor.owner()).get(constructor.desc());
        if (further == null || !keep(loader, further, asked)) {
          return false;
        }
      }
    }
    return true;
  }

  private Map<String, Set<Constructor>> of(@Nullable ClassLoader loader, String name) {
    Map<String, Map<String, Set<Constructor>>> map = of(loader);
    Map<String, Set<Constructor>> kept = map.get(name);
    if (kept == null) {
      kept = read(loader, name);
      map.putIfAbsent(name, kept);
    }
    return kept;
  }

  private static Map<String, Set<Constructor>> read(@Nullable ClassLoader loader, String name) {
    ClassReader reader = ClassHierarchy.reader(loader, name);
    if (reader == null) {
      return Map.of();
    }
    Map<String, FreshObjects> found = new HashMap<>();
    try {
      reader.accept(
          new ClassVisitor(Opcodes.ASM9) {
            @Override
            public @Nullable MethodVisitor visitMethod(
                int access, String method, String desc, String signature, String[] exceptions) {
              if (!method.equals("<init>")) {
                return null;
              }
              FreshObjects objects = new FreshObjects(name, method, null);
              found.put(desc, objects);
              return objects;
            }
          },
          ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    } catch (RuntimeException malformed) {
      return Map.of();
    }
    return kept(found);
  }

  /**
   * What is kept of the analyses of the constructors of a class.
   *
   * @param found by descriptor
   */
  public static Map<String, Set<Constructor>> kept(Map<String, FreshObjects> found) {
    Map<String, Set<Constructor>> kept = new HashMap<>();
    found.forEach(
        (desc, objects) -> {
          Set<Constructor> by = objects.keptBy();
          if (by != null) {
            kept.put(desc, by);
          }
        });
    return kept;
  }
}
