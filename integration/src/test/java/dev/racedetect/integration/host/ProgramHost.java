package dev.racedetect.integration.host;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Runs programs one after another in one JVM, each in a class loader and a thread group of its own,
 * and tells which part of the detector's file of findings each of them has written.
 *
 * <p>Arguments: the folder of classes, the file of findings, the file for the results, and the
 * binary names of the main classes. A result is a line of main class, how it ended ({@code
 * returned}, {@code failed} or {@code stuck}), and the sizes of the file of findings in bytes
 * before and after.
 */
public final class ProgramHost {
  private static final long LIMIT_MILLIS = 30_000;

  private ProgramHost() {}

  /** Runs the programs. */
  public static void main(String[] args) throws Exception {
    Path findings = Path.of(args[1]);
    Path results = Path.of(args[2]);
    URL[] classes = {new File(args[0]).toURI().toURL()};
    for (String mainClass : Arrays.asList(args).subList(3, args.length)) {
      long begin = size(findings);
      String end = run(mainClass, classes);
      Files.write(
          results,
          List.of(mainClass + " " + end + " " + begin + " " + size(findings)),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    }
    System.exit(0);
  }

  private static long size(Path file) throws IOException {
    return Files.exists(file) ? Files.size(file) : 0;
  }

  private static String run(String mainClass, URL[] classes) throws Exception {
    AtomicBoolean failed = new AtomicBoolean();
    ThreadGroup group =
        new ThreadGroup(mainClass) {
          @Override
          public void uncaughtException(Thread thread, Throwable e) {
            failed.set(true);
          }
        };
    URLClassLoader loader = new URLClassLoader(classes, ProgramHost.class.getClassLoader());
    Thread main = new Thread(group, () -> call(loader, mainClass), "main");
    main.setContextClassLoader(loader);
    main.start();
    long deadline = System.currentTimeMillis() + LIMIT_MILLIS;
    boolean ended = ended(main, deadline);
    Thread[] threads = new Thread[group.activeCount() + 16];
    for (int i = group.enumerate(threads) - 1; i >= 0; i--) {
      ended &= threads[i].isDaemon() || ended(threads[i], deadline);
    }
    return !ended ? "stuck" : failed.get() ? "failed" : "returned";
  }

  private static boolean ended(Thread thread, long deadline) throws InterruptedException {
    thread.join(Math.max(1, deadline - System.currentTimeMillis()));
    return !thread.isAlive();
  }

  private static void call(ClassLoader loader, String mainClass) {
    try {
      Method main = Class.forName(mainClass, false, loader).getMethod("main", String[].class);
      main.setAccessible(true);
      main.invoke(null, (Object) new String[0]);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
