package dev.racedetect.report;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.function.LongConsumer;

/** Splits a stream into lines, with no more memory than the longest line takes. */
final class JsonLines {

  /** Longer than any record; what has no line end within it is no file of findings. */
  private static final int LONGEST = 1 << 26;

  private JsonLines() {}

  /** Receives the lines. */
  interface Sink {
    /**
     * A line.
     *
     * @param bytes holds it; valid during the call only
     * @param length its bytes from 0, without the line end
     * @param number counted from 1
     * @param ended whether a line end followed; false for what a writer left unfinished
     */
    void line(byte[] bytes, int length, long number, boolean ended) throws FindingsException;
  }

  /**
   * Reads to the end.
   *
   * @param progress receives the number of bytes read since the last call
   */
  static void read(InputStream in, Sink sink, LongConsumer progress)
      throws IOException, FindingsException {
    byte[] buffer = new byte[1 << 16];
    byte[] line = new byte[1 << 14];
    int length = 0;
    long number = 1;
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      progress.accept(n);
      int start = 0;
      for (int i = 0; i < n; i++) {
        if (buffer[i] == '\n') {
          line = room(line, length, i - start);
          System.arraycopy(buffer, start, line, length, i - start);
          sink.line(line, length + i - start, number++, true);
          length = 0;
          start = i + 1;
        }
      }
      line = room(line, length, n - start);
      System.arraycopy(buffer, start, line, length, n - start);
      length += n - start;
    }
    if (length > 0) {
      sink.line(line, length, number, false);
    }
  }

  private static byte[] room(byte[] line, int length, int more) throws FindingsException {
    if (length + more <= line.length) {
      return line;
    }
    if (length + more > LONGEST) {
      throw new FindingsException("a line of more than " + LONGEST / 1_048_576 + " MiB");
    }
    return Arrays.copyOf(line, Math.max(2 * line.length, length + more));
  }
}
