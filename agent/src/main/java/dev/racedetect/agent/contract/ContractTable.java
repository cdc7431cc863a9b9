package dev.racedetect.agent.contract;

import dev.racedetect.agent.resource.AgentJar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the rows. A file consists of blocks: a line {@code class name, name} and below it,
 * indented, lines of {@code method moment operation ids... [releases]}. {@code #} starts a comment.
 */
final class ContractTable {
  private static final String FOLDER = "dev/racedetect/agent/contracts/";

  private ContractTable() {}

  /** All rows of the shipped files about the order of accesses, for every JDK release. */
  static List<Contract> read(AgentJar jar) {
    List<Contract> rows = new ArrayList<>();
    for (String file : files(jar)) {
      rows.addAll(read(jar, file));
    }
    return rows;
  }

  /** The rows that apply with the option {@code extra_edges} only. */
  static List<Contract> optional(AgentJar jar) {
    return read(jar, "optional");
  }

  /** All rows about escaped exceptions, for every JDK release. */
  static List<Contract> escapes(AgentJar jar) {
    return read(jar, "escapes");
  }

  /** The shipped files that apply by default, without extension. */
  static List<String> files(AgentJar jar) {
    return lines(jar, "files");
  }

  /** The rows of one shipped file. */
  static List<Contract> read(AgentJar jar, String file) {
    return parse(file, lines(jar, file + ".contracts"));
  }

  /** The lines of a file; those of comments are empty. */
  private static List<String> lines(AgentJar jar, String file) {
    String text;
    try {
      text = new String(jar.read(FOLDER + file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> lines = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = text.indexOf('\n', at);
      if (end < 0) {
        end = text.length();
      }
      lines.add(text.charAt(at) == '#' ? "" : text.substring(at, end));
      at = end + 1;
    }
    return lines;
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
      if (line.isEmpty()) {
        continue;
      }
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
