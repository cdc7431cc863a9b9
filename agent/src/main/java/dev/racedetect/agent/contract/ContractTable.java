package dev.racedetect.agent.contract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the rows. A file consists of blocks: a line {@code class name, name} and below it,
 * indented, lines of {@code method moment operation ids... [releases]}. {@code #} starts a comment.
 */
final class ContractTable {
  private static final String FOLDER = "/dev/racedetect/agent/contracts/";

  private ContractTable() {}

  /** All rows of the shipped files about the order of accesses, for every JDK release. */
  static List<Contract> read() {
    List<Contract> rows = new ArrayList<>();
    for (String file : files()) {
      rows.addAll(read(file));
    }
    return rows;
  }

  /** The rows that apply with the option {@code extra_edges} only. */
  static List<Contract> optional() {
    return read("optional");
  }

  /** The shipped files that apply by default, without extension. */
  static List<String> files() {
    return lines("files");
  }

  /** The rows of one shipped file. */
  static List<Contract> read(String file) {
    return parse(file, lines(file + ".contracts"));
  }

  /** All rows about escaped exceptions, for every JDK release. */
  static List<Contract> escapes() {
    return read("escapes");
  }

  private static List<String> lines(String file) {
    try (InputStream in = ContractTable.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IllegalStateException("missing in the jar: " + FOLDER + file);
      }
      List<String> lines = new ArrayList<>();
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(line);
      }
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads the rows of one file.
   *
   * @param file what to call the file in messages
   * @throws IllegalArgumentException naming file and line, if a line cannot be understood
   */
  static List<Contract> parse(String file, List<String> lines) {
    List<Contract> rows = new ArrayList<>();
    List<String> owners = List.of();
    JdkRange ownerReleases = JdkRange.ALL;
    int number = 0;
    for (String line : lines) {
      number++;
      int comment = line.indexOf('#');
      List<String> words = words(comment < 0 ? line : line.substring(0, comment));
      if (words.isEmpty()) {
        continue;
      }
      try {
        JdkRange releases = releases(words);
        if (words.get(0).equals("class")) {
          owners = words.subList(1, words.size());
          ownerReleases = releases;
        } else {
          addRows(owners, words, releases == JdkRange.ALL ? ownerReleases : releases, rows);
        }
      } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
        throw new IllegalArgumentException(file + ":" + number + ": " + line.trim(), e);
      }
    }
    return rows;
  }

  private static void addRows(
      List<String> owners, List<String> words, JdkRange releases, List<Contract> rows) {
    MethodPattern method = MethodPattern.parse(words.get(0));
    Moment moment = Moment.parse(words.get(1));
    Operation operation = Operation.parse(words.get(2));
    List<String> ids = List.copyOf(words.subList(3, words.size()));
    for (String owner : owners) {
      rows.add(new Contract(owner.replace('.', '/'), method, moment, operation, ids, releases));
    }
  }

  /** Takes the mark of releases off the end of a line. */
  private static JdkRange releases(List<String> words) {
    String last = words.get(words.size() - 1);
    if (last.startsWith("[")) {
      words.remove(words.size() - 1);
      return JdkRange.parse(last);
    }
    return JdkRange.ALL;
  }

  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    int at = 0;
    while (at < line.length()) {
      int end = at;
      while (end < line.length() && line.charAt(end) > ' ') {
        end++;
      }
      if (end > at) {
        words.add(
            line.charAt(end - 1) == ',' ? line.substring(at, end - 1) : line.substring(at, end));
      }
      at = end + 1;
    }
    return words;
  }
}
