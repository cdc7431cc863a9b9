package dev.racedetect.runtime.report;

import dev.racedetect.runtime.escape.EscapeFinding;
import dev.racedetect.runtime.escape.EscapeSink;
import dev.racedetect.runtime.escape.EscapeWatch;
import dev.racedetect.runtime.options.OptionException;
import dev.racedetect.runtime.options.Options;
import dev.racedetect.runtime.race.FingerprintSet;
import dev.racedetect.runtime.race.RaceFinding;
import dev.racedetect.runtime.race.RaceFindings;
import dev.racedetect.runtime.race.RaceSink;
import org.jspecify.annotations.Nullable;

/**
 * The exit of the detector: writes findings and degradations as they come, and the closing lines
 * once. Thread-safe.
 */
public final class Findings {

  private static final Coverage COVERAGE = new Coverage();

  /** Exit status of {@code escapes=halt}, as that of Go after a panic. */
  private static final int ESCAPED = 2;

  /** Set once at start, before threads of the application exist. */
  private static volatile @Nullable Findings current;

  private final Options options;
  private final AppCode app;
  private final Suppressions suppressions;
  private final KnownFindings known;
  private final TextWriter text;
  private final JsonWriter json;
  private final long startNanos = System.nanoTime();

  /** Guards everything below, and both outputs. Taken after RaceFindings' lock, never before. */
  private final Object lock = new Object();

  private final Output log;
  private final @Nullable Output jsonLines;
  private final Degradations degradations = new Degradations();
  private final FingerprintSet suppressed = new FingerprintSet();
  private final FingerprintSet knownFound = new FingerprintSet();
  private final ForeignRaces foreign = new ForeignRaces();
  private int races;

  /** All that were recorded, and those of them that the text does not show. */
  private int escapes;

  private int silentEscapes;
  private boolean finished;

  private Findings(Options options, long pid) throws OptionException {
    this.options = options;
    this.app =
        new AppCode(
            options.app(),
            System.getProperty("sun.java.command", ""),
            System.getProperty("java.class.path", ""),
            System.getProperty("user.dir", ""));
    String file = options.suppressions();
    this.suppressions = file == null ? Suppressions.none() : Suppressions.load(file);
    String baseline = options.baseline();
    this.known =
        baseline == null
            ? KnownFindings.none()
            : KnownFindings.load(
                baseline, Timestamp.iso(System.currentTimeMillis()).substring(0, 10));
    this.text = new TextWriter(options.stripPathPrefix(), style(options.logPath()));
    boolean fleet = options.canary() || options.version() != null;
    this.json = new JsonWriter(pid, app, options.version(), fleet ? HostName.current() : null);
    this.log = openLog(options.logPath(), pid);
    String path = options.json();
    this.jsonLines =
        path == null
            ? null
            : Output.file("json", path.replace("%p", Long.toString(pid)), options.jsonMaxBytes());
  }

  /**
   * Opens the outputs, makes this the target of {@link RaceFindings} and says aloud which options
   * have no effect. To be called once, from the thread that will run {@code main}.
   *
   * @param options the options
   * @throws OptionException when a file that an option names cannot be read or written
   */
  public static void start(Options options) throws OptionException {
    Findings findings = new Findings(options, ProcessId.current());
    current = findings;
    ExitStatus.start(Thread.currentThread());
    RaceFindings.to(findings.new Races());
    if (options.escapes()) {
      EscapeWatch.start(
          findings.new Escapes(), options.app(), options.races(), Thread.currentThread());
    }
    for (String notice : options.notices()) {
      findings.degrade("option", notice);
    }
  }

  /** Colours where people look. */
  private TextStyle style(String logPath) {
    int descriptor = logPath.equals("stderr") ? 2 : logPath.equals("stdout") ? 1 : 0;
    boolean colored = descriptor != 0 && Terminal.isColored(descriptor);
    return colored ? TextStyle.colored(app) : TextStyle.PLAIN;
  }

  private static Output openLog(String logPath, long pid) throws OptionException {
    if (logPath.equals("stderr")) {
      return Output.stderr();
    }
    if (logPath.equals("stdout")) {
      return Output.stdout();
    }
    return Output.fileOnDemand("log_path", logPath + "." + pid);
  }

  /** The counts of classes checked and not checked. */
  public static Coverage coverage() {
    return COVERAGE;
  }

  /**
   * Says aloud that the detector cannot do something as it should: one line of text (the first few
   * of each kind), one record of JSON. Never throws.
   *
   * @param what the kind, a few words that are the same each time: {@code class not instrumented}
   * @param detail this case, one line
   */
  public static void degraded(String what, String detail) {
    Findings findings = current;
    if (findings == null) {
      Output.stderr().write("racedetect: " + what + ": " + detail + "\n");
    } else {
      findings.degrade(what, detail);
    }
  }

  /** Whether {@link #start} has been called: whether the detector runs in this JVM. */
  public static boolean isStarted() {
    return current != null;
  }

  static @Nullable Findings current() {
    return current;
  }

  private void degrade(String what, String detail) {
    synchronized (lock) {
      if (degradations.add(what)) {
        say("racedetect: " + what + ": " + detail + "\n");
      }
      record(json.degraded(what, detail, System.currentTimeMillis()));
    }
  }

  /** Must be called with the lock held. */
  private void say(String lines) {
    if (!log.write(lines)) {
      Output.stderr().write("racedetect: cannot write to log_path " + options.logPath() + "\n");
      Output.stderr().write(lines);
    }
  }

  /** Must be called with the lock held. */
  private void record(String line) {
    Output target = jsonLines;
    if (target != null && !target.write(line)) {
      say("racedetect: cannot write to json file " + options.json() + "\n");
    }
  }

  /** A line about a finding that the baseline lists. Must be called with the lock held. */
  private void sayKnown(String fingerprint, String what, String remarks) {
    knownFound.add(fingerprint);
    say("racedetect: known: " + fingerprint + " " + what + remarks + "\n");
  }

  /** Rules for suppression that have had no effect. Must be called with the lock held. */
  private String unusedSuppressions() {
    StringBuilder out = new StringBuilder();
    for (String rule : suppressions.unused(options.escapes())) {
      out.append("racedetect: unused suppression: ").append(rule).append('\n');
    }
    return out.toString();
  }

  private static String nothingChecked() {
    return COVERAGE.leavesNone()
        ? "racedetect: include and exclude left no class to check: no race could be found\n"
        : "";
  }

  /** Writes the closing lines unless they are written; findings after them are dropped. */
  void finish() {
    synchronized (lock) {
      if (finished) {
        return;
      }
      finished = true;
      long millis = (System.nanoTime() - startNanos) / 1_000_000;
      Summary summary =
          new Summary(
              races,
              escapes,
              suppressed.size(),
              foreign.size(),
              degradations.total(),
              COVERAGE.counts(),
              millis,
              knownFound.size());
      String lines =
          degradations.remainder()
              + text.summary(summary.shown(silentEscapes))
              + nothingChecked()
              + foreign.lines()
              + unusedSuppressions();
      if (!lines.isEmpty()) {
        say(lines);
      }
      record(json.summary(summary));
    }
  }

  /** The exit status of the process when the program ends with {@code status}. */
  int exitStatus(int status) {
    synchronized (lock) {
      return status == 0 && races > 0 ? options.exitcode() : status;
    }
  }

  /** Milliseconds to wait before {@link #finish}. */
  int atexitSleepMs() {
    return options.atexitSleepMs();
  }

  /** Takes the races of this JVM. */
  private final class Races implements RaceSink {
    @Override
    public boolean accept(RaceFinding finding, String fingerprint, @Nullable String hint) {
      synchronized (lock) {
        if (finished) {
          return false;
        }
        if (suppressions.match(finding)) {
          suppressed.add(fingerprint);
          return false;
        }
        long now = System.currentTimeMillis();
        if (app.isForeign(finding)) {
          String library = app.nameOf(finding);
          if (foreign.add(fingerprint, library)) {
            record(json.foreignRace(finding, fingerprint, hint, now, library));
          }
          return false;
        }
        String remarks = known.remarks(fingerprint);
        if (remarks != null) {
          record(json.knownRace(finding, fingerprint, hint, now));
          sayKnown(fingerprint, "data race on " + finding.location().describe(), remarks);
          return true;
        }
        String report = text.race(finding, fingerprint, hint);
        String line = json.race(finding, fingerprint, hint, now);
        races++;
        say(report);
        record(line);
        if (options.haltOnError()) {
          finish();
          Runtime.getRuntime().halt(options.exitcode());
        }
        return true;
      }
    }
  }

  /** Takes the escaped exceptions of this JVM. */
  private final class Escapes implements EscapeSink {
    @Override
    public boolean accept(EscapeFinding finding, String fingerprint) {
      synchronized (lock) {
        if (finished) {
          return false;
        }
        if (suppressions.match(finding)) {
          suppressed.add(fingerprint);
          return false;
        }
        String remarks = known.remarks(fingerprint);
        long now = System.currentTimeMillis();
        if (remarks != null) {
          record(json.escape(finding, fingerprint, now, true));
          String what = finding.fault().className() + " (" + finding.how().word() + ")";
          sayKnown(fingerprint, "escaped exception " + what, remarks);
          return true;
        }
        String report = text.escape(finding, fingerprint);
        String line = json.escape(finding, fingerprint, now, false);
        escapes++;
        record(line);
        if (options.haltOnEscape()) {
          say(report + AllStacks.text());
          finish();
          Runtime.getRuntime().halt(ESCAPED);
        } else if (finding.silent()) {
          silentEscapes++;
        } else {
          say(report);
        }
        return true;
      }
    }
  }
}
