package dev.racedetect.runtime.report;

import dev.racedetect.runtime.race.Frames;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The stacks of all threads, as Go prints them after a panic. Virtual threads come from the JDK's
 * own dump, on releases that have it.
 */
final class AllStacks {
  private AllStacks() {}

  /** The text, never empty: the current thread is there at least. */
  static String text() {
    StringBuilder out = new StringBuilder(4096);
    try {
      Class<?> dumper = Class.forName("jdk.internal.vm.ThreadDumper", true, null);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      dumper.getMethod("dumpThreads", OutputStream.class).invoke(null, bytes);
      out.append('\n').append(bytes.toString(StandardCharsets.UTF_8));
    } catch (ReflectiveOperationException | RuntimeException | LinkageError before21) {
      out.setLength(0);
      for (Map.Entry<Thread, StackTraceElement[]> entry : Thread.getAllStackTraces().entrySet()) {
        Thread thread = entry.getKey();
        out.append("\nthread \"").append(thread.getName()).append("\" [");
        out.append(thread.getState().name()).append("]:\n");
        for (StackTraceElement frame : entry.getValue()) {
          out.append("  ");
          Frames.append(out, frame, "");
          out.append('\n');
        }
      }
    }
    return out.toString();
  }
}
