package dev.racedetect.cli;

import dev.racedetect.runtime.report.Terminal;
import java.io.PrintWriter;

/** A bar on the error stream while much is read, if somebody looks at it. */
final class Progress implements AutoCloseable {

  private static final int WIDTH = 40;

  /** What is read sooner than this needs no bar. */
  private static final long PATIENCE_NANOS = 500_000_000L;

  private static final long STEP_NANOS = 100_000_000L;

  private final PrintWriter err;
  private final long total;
  private final boolean visible;
  private final long start = System.nanoTime();
  private long read;
  private long drawn;

  Progress(PrintWriter err, long total, boolean visible) {
    this.err = err;
    this.total = total;
    this.visible = visible;
  }

  static Progress of(PrintWriter err, long total) {
    return new Progress(err, total, Terminal.is(2));
  }

  /** Notes that bytes were read. */
  void advance(long bytes) {
    read += bytes;
    long now = System.nanoTime();
    if (visible && total > 0 && now - start > PATIENCE_NANOS && now - drawn > STEP_NANOS) {
      drawn = now;
      draw();
    }
  }

  private void draw() {
    int share = (int) Math.min(100, 100 * read / total);
    int bar = WIDTH * share / 100;
    err.print("\r[" + "#".repeat(bar) + " ".repeat(WIDTH - bar) + "] " + share + "% of ");
    err.print(total / 1_000_000 + " MB");
    err.flush();
  }

  @Override
  public void close() {
    if (drawn != 0) {
      err.print("\r" + " ".repeat(WIDTH + 24) + "\r");
      err.flush();
    }
  }
}
