package dev.racedetect.integration.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A single-file program and what its name and comments promise about it.
 *
 * <ul>
 *   <li>{@code Race*} must report every {@link Label} by at least one pair of its lines, and
 *       nothing else. {@code NoRace*} must report no race and write nothing to standard error,
 *       where it would also complain about itself. {@code Faulty*} fails in another way and must
 *       report no race.
 *   <li>{@code Escape*} must report every {@link EscapeLabel} and no other escaped exception;
 *       {@code NoEscape*} must report none. Programs of other names may have such labels too.
 *   <li>A line {@code // JDK 21+} keeps it from older JDKs.
 *   <li>A line {@code // PREVIEW 25} says that it uses preview features of that JDK: it runs on no
 *       other.
 *   <li>A line {@code // EXIT 1} gives the exit status of the program itself, else 0. Where that is
 *       0 and races are announced, the detector turns it into 66.
 *   <li>A line {@code // KNOWN GAP: reason} says that the promise is not yet kept. Such a test
 *       fails as soon as the promise is kept.
 * </ul>
 *
 * @param source the Java file
 * @param mainClass the binary name of its main class, which is named as the file
 * @param oldest the oldest feature release that runs it
 * @param preview the only feature release that runs it, with preview features; empty if it has none
 * @param ownExit its exit status without the detector
 * @param usesUnsafe whether it calls {@code sun.misc.Unsafe}, of which newer JDKs warn
 * @param solitary whether it needs a JVM of its own
 * @param knownGap why the promise is not kept; empty where it is
 * @param labels the announced races
 * @param escapes the announced escaped exceptions
 */
record Program(
    Path source,
    String mainClass,
    int oldest,
    Optional<Integer> preview,
    int ownExit,
    boolean usesUnsafe,
    boolean solitary,
    Optional<String> knownGap,
    List<Label> labels,
    List<EscapeLabel> escapes) {

  private static final int RACES_FOUND = 66;

  /** The release of JEP 498. */
  private static final int FIRST_TO_WARN_OF_UNSAFE = 24;

  /** What would end the JVM, or change it for those that come after. */
  private static final Pattern SOLITARY =
      Pattern.compile(
          "System\\.(exit|in\\b|set\\w+\\()|\\bhalt\\(|addShutdownHook|runFinalization"
              + "|setDefault\\w*\\(|EventQueue|EXIT|ThreadGroup");

  private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);$");
  private static final Pattern JDK = Pattern.compile("(?m)^// JDK (\\d+)\\+$");
  private static final Pattern PREVIEW = Pattern.compile("(?m)^// PREVIEW (\\d+)$");
  private static final Pattern EXIT = Pattern.compile("(?m)^// EXIT (\\d+)$");
  private static final Pattern GAP = Pattern.compile("(?m)^// KNOWN GAP: (.+)$");

  /**
   * Reads a program's promises.
   *
   * @throws IllegalArgumentException if name and labels contradict each other
   */
  static Program read(Path source) {
    String text;
    try {
      text = Files.readString(source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String name = source.getFileName().toString().replace(".java", "");
    List<Label> labels = Label.of(text.lines().toList());
    if (labels.isEmpty() == name.startsWith("Race")) {
      throw new IllegalArgumentException(source + ": Race* needs RACE comments, others have none");
    }
    List<EscapeLabel> escapes = EscapeLabel.of(text.lines().toList());
    if (escapes.isEmpty() && name.startsWith("Escape")
        || !escapes.isEmpty() && name.startsWith("NoEscape")) {
      throw new IllegalArgumentException(
          source + ": Escape* needs ESCAPE comments, NoEscape* none");
    }
    return new Program(
        source,
        first(PACKAGE, text).map(p -> p + "." + name).orElse(name),
        first(JDK, text).map(Integer::valueOf).orElse(0),
        first(PREVIEW, text).map(Integer::valueOf),
        first(EXIT, text).map(Integer::valueOf).orElse(0),
        text.contains("sun.misc.Unsafe"),
        SOLITARY.matcher(text).find(),
        first(GAP, text),
        labels,
        escapes);
  }

  private static Optional<String> first(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult found) -> found.group(1)).findFirst();
  }

  /**
   * Returns the options of the JVM that the program needs to run without a warning of the JDK about
   * the program itself. Where the program is not to blame, the warning stays on.
   */
  String[] jvmArgs(Jdk jdk) {
    if (preview.isPresent()) {
      return new String[] {"--enable-preview"};
    }
    return usesUnsafe && jdk.feature() >= FIRST_TO_WARN_OF_UNSAFE
        ? new String[] {"--sun-misc-unsafe-memory-access=allow"}
        : new String[0];
  }

  private boolean isSilent() {
    return labels.isEmpty() && !mayFail();
  }

  /** Whether threads of it may end with exceptions, of which the JVM tells. */
  private boolean mayFail() {
    String name = source.getFileName().toString();
    return name.startsWith("Faulty") || name.contains("Escape");
  }

  /** Whether it can share a JVM with others, which need the same options. */
  boolean isSociable() {
    return !solitary
        && preview.isEmpty()
        && !mayFail()
        && !usesUnsafe
        && escapes.isEmpty()
        && knownGap.isEmpty();
  }

  boolean runsOn(Jdk jdk) {
    return preview.map(only -> jdk.feature() == only).orElse(jdk.feature() >= oldest);
  }

  /** Whether it can be compiled together with others. */
  boolean isOrdinary() {
    return preview.isEmpty();
  }

  /** Returns what an execution under the agent did otherwise than promised; empty if nothing. */
  List<String> complaints(Outcome outcome) {
    List<String> complaints = complaintsOfFindings(outcome);
    List<Race> races = outcome.races();
    String file = source.getFileName().toString();
    complainOfEscapes(outcome, file, complaints);
    int exit = ownExit == 0 && !labels.isEmpty() ? RACES_FOUND : ownExit;
    if (outcome.exit() != exit) {
      complaints.add("exit status " + outcome.exit() + " instead of " + exit);
    }
    if (outcome.ofKind("summary").size() != 1) {
      complaints.add("no summary: the detector was not at work to the end");
    }
    if (outcome.err().contains("WARNING: DATA RACE") == races.isEmpty()) {
      complaints.add("text and JSON reports disagree");
    }
    if (isSilent() && !outcome.err().isEmpty()) {
      complaints.add("not silent on standard error");
    }
    if (outcome.err().contains("Exception in thread") && !mayFail()) {
      complaints.add("the program failed");
    }
    return complaints;
  }

  /** Returns what was found otherwise than promised, whatever else the JVM did. */
  List<String> complaintsOfFindings(Outcome outcome) {
    List<String> complaints = new ArrayList<>();
    String file = source.getFileName().toString();
    List<Race> races = outcome.races();
    for (Race race : races) {
      if (labels.stream().noneMatch(label -> label.announces(race, file))) {
        complaints.add("not announced: " + race);
      }
    }
    for (Label label : labels) {
      if (races.stream().noneMatch(race -> label.announces(race, file))) {
        complaints.add("not reported: " + label);
      }
    }
    if (!outcome.ofKind("degraded").isEmpty()) {
      complaints.add("the detector degraded");
    }
    return complaints;
  }

  private void complainOfEscapes(Outcome outcome, String file, List<String> complaints) {
    List<Escape> reported = outcome.escapes();
    for (Escape escape : reported) {
      if (escapes.stream().noneMatch(label -> label.announces(escape, file))) {
        complaints.add("not announced: " + escape);
      }
    }
    for (EscapeLabel label : escapes) {
      if (reported.stream().noneMatch(escape -> label.announces(escape, file))) {
        complaints.add("not reported: " + label);
      }
    }
    if (outcome.err().contains("WARNING: ESCAPED EXCEPTION")
        == reported.stream().allMatch(Escape::isSilent)) {
      complaints.add("text and JSON reports of escapes disagree");
    }
  }
}
