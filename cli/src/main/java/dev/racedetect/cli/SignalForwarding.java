package dev.racedetect.cli;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Passes the signals that would end this process to the child, which decides what to do. Ours ends
 * when the child does, with its status.
 *
 * <p>{@code sun.misc.Signal} of the module {@code jdk.unsupported} is the only interface to signals
 * in Java. It is used by reflection, and where it is missing signals end this process alone.
 */
final class SignalForwarding {

  private static final String[] NAMES = {"INT", "TERM", "HUP"};

  /** Guarded by this. */
  private @Nullable Process child;

  /** A signal that came before the child. Guarded by this. */
  private @Nullable String pending;

  /** Takes over the signals. Those that are ignored, as under {@code nohup}, stay so. */
  void install() {
    for (String name : NAMES) {
      try {
        Class<?> signal = Class.forName("sun.misc.Signal");
        Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
        InvocationHandler onSignal =
            (proxy, method, args) -> {
              if (method.getName().equals("handle")) {
                received(name);
              }
              return null;
            };
        Object handler =
            Proxy.newProxyInstance(
                handlerType.getClassLoader(), new Class<?>[] {handlerType}, onSignal);
        signal
            .getMethod("handle", signal, handlerType)
            .invoke(null, signal.getConstructor(String.class).newInstance(name), handler);
      } catch (ReflectiveOperationException e) {
        // Not on this platform, or reserved by the JVM (-Xrs).
      }
    }
  }

  /** Says who gets the signals from now on. */
  synchronized void to(Process process) {
    child = process;
    String name = pending;
    if (name != null) {
      send(name, process);
    }
  }

  private synchronized void received(String name) {
    Process process = child;
    if (process == null) {
      pending = name;
    } else if (!name.equals("INT") || !isForeground()) {
      send(name, process);
    }
  }

  /**
   * Whether this process and its child are the foreground of a terminal, whose interrupt key
   * reaches both. Known on Linux only (proc(5), {@code pgrp} and {@code tpgid}); elsewhere the
   * child gets the signal twice, which a JVM takes as one.
   */
  private static boolean isForeground() {
    try {
      String stat = Files.readString(Path.of("/proc/self/stat"), StandardCharsets.ISO_8859_1);
      // After the name: state ppid pgrp session tty_nr tpgid
      List<String> fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", 7));
      return fields.size() == 7 && fields.get(2).equals(fields.get(5));
    } catch (IOException e) {
      return false;
    }
  }

  private static void send(String name, Process process) {
    if (!name.equals("TERM")) {
      try {
        ProcessBuilder kill =
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        if (kill.start().waitFor() == 0) {
          return;
        }
      } catch (IOException e) {
        // No such command: end it the other way.
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    process.destroy();
  }
}
