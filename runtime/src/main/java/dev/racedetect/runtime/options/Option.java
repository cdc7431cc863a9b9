package dev.racedetect.runtime.options;

import org.jspecify.annotations.Nullable;

/** The option table: one row an option, in the order of the help. */
public enum Option {
  /** Where text reports go. */
  LOG_PATH(
      "log_path",
      "stderr",
      ValueKind.PATH,
      "text reports go to stderr, stdout, or the file <value>.<pid>"),
  /** Where JSON lines go. */
  JSON(
      "json",
      "off",
      ValueKind.PATH,
      "file for findings as JSON lines, appended and flushed one by one; %p is the pid"),
  /** Size of the JSON-lines file. */
  JSON_MAX_MB(
      "json_max_mb",
      "0",
      new ValueKind.Range(0, 1 << 20),
      "size in MiB at which the json file is renamed to <file>.1, in place of an older one, and"
          + " begun anew; 0: never"),
  /** Version of the program. */
  VERSION(
      "version",
      "none",
      ValueKind.TEXT,
      "version of the program, noted in the JSON lines for reports on many processes"),
  /** Exit status for races. */
  EXITCODE(
      "exitcode",
      "66",
      new ValueKind.Range(0, 255),
      "exit status when races were reported and the program itself ended with 0; 0: leave it"),
  /** Whether the first race ends the JVM. */
  HALT_ON_ERROR(
      "halt_on_error", "false", ValueKind.BOOLEAN, "stop the JVM at the first race reported"),
  /** Escaped exceptions. */
  ESCAPES(
      "escapes",
      "report",
      new ValueKind.Choice("report", "halt", "off"),
      "exceptions that end a thread or that nobody looks at: report them; halt: report the first,"
          + " print the stacks of all threads and end with status 2; off"),
  /** Whether accesses are checked. */
  RACES(
      "races",
      "on",
      new ValueKind.Choice("on", "off"),
      "off: watch escaped exceptions only, check no access"),
  /** Thread-unsafe classes of the JDK. */
  COLLECTIONS(
      "collections",
      "on",
      new ValueKind.Choice("on", "off"),
      "off: the JDK's thread-unsafe classes (HashMap, ArrayList, StringBuilder, ...) are not watched"),
  /** Full or sampled. */
  MODE(
      "mode",
      "full",
      new ValueKind.Choice("full", "canary"),
      "full, or canary: for production; short sampling periods, as many as budget allows, no halt,"
          + " no exit status of its own"),
  /** Cost limit of canary mode. */
  BUDGET(
      "budget",
      "5%",
      ValueKind.PERCENT,
      "share of the process's CPU time that the sampling of mode=canary may take; 100%: always on"),
  /** Classes to check. */
  INCLUDE(
      "include",
      "all",
      ValueKind.PATTERNS,
      "classes whose accesses are checked: packages, classes, * wildcards, separated by ':';"
          + " synchronization is seen everywhere"),
  /** Classes not to check. */
  EXCLUDE(
      "exclude",
      "none",
      ValueKind.PATTERNS,
      "classes whose accesses are not checked, as include; wins over include"),
  /** The user's own code. */
  APP(
      "app",
      "guessed",
      ValueKind.PATTERNS,
      "the program's own code, as include, or all; races without a frame of it are summarised by"
          + " library and do not fail; guessed: only races that a released library makes all by"
          + " itself, on its own fields in its own threads"),
  /** What the program's own primitives order. */
  CONTRACTS(
      "contracts",
      "none",
      ValueKind.PATH,
      "file of what the program's own primitives release and acquire; without it, files"
          + " racedetect.contracts on the class path"),
  /** Edges by accident. */
  EXTRA_EDGES(
      "extra_edges",
      "false",
      ValueKind.BOOLEAN,
      "also count on order that JDK classes give without promising it; hides races"),
  /** Races not to report. */
  SUPPRESSIONS(
      "suppressions",
      "none",
      ValueKind.PATH,
      "file of findings not to report, as ThreadSanitizer's: race:pattern, race_top:pattern,"
          + " race_location:pattern, escape:pattern; race:A && B is bound to the pair"),
  /** Known findings. */
  BASELINE(
      "baseline",
      "none",
      ValueKind.PATH,
      "file of known findings, written by 'racedetect baseline': a line each, no failure"),
  /** Prefix to cut from file names. */
  STRIP_PATH_PREFIX(
      "strip_path_prefix", "", ValueKind.TEXT, "prefix to cut from file names in text reports"),
  /** Time for other threads at exit. */
  ATEXIT_SLEEP_MS(
      "atexit_sleep_ms",
      "0",
      new ValueKind.Range(0, 3_600_000),
      "milliseconds to wait at exit for races in threads that still run; 0, because the JVM waits"
          + " for non-daemon threads anyway"),
  /** Trace length of other detectors. */
  HISTORY_SIZE(
      "history_size",
      "1",
      new ValueKind.Range(0, 7),
      "understood for the sake of GORACE settings",
      new Availability("", null, "stacks of earlier accesses are kept at any size"));

  private final String key;
  private final String defaultValue;

  @SuppressWarnings("ImmutableEnumChecker") // all kinds are immutable, without the annotation
  private final ValueKind kind;

  private final String help;

  @SuppressWarnings("ImmutableEnumChecker") // a record of strings
  private final @Nullable Availability availability;

  Option(String key, String defaultValue, ValueKind kind, String help) {
    this(key, defaultValue, kind, help, null);
  }

  Option(
      String key,
      String defaultValue,
      ValueKind kind,
      String help,
      @Nullable Availability availability) {
    this.key = key;
    this.defaultValue = defaultValue;
    this.kind = kind;
    this.help = help;
    this.availability = availability;
  }

  /** The name that users write, {@code log_path}. */
  public String key() {
    return key;
  }

  /** The value when nobody sets it. */
  public String defaultValue() {
    return defaultValue;
  }

  /** One sentence of help, without what this version lacks. */
  public String help() {
    return help;
  }

  /** What this version does not do for the option, one sentence; null when it does all. */
  public @Nullable String limitation() {
    return availability == null ? null : availability.sentence();
  }

  /** What a value may be, in words. */
  public String expectation() {
    return kind.expectation();
  }

  /**
   * The option of a name.
   *
   * @param key the name that users write
   * @return the option, or null when there is none of this name
   */
  public static @Nullable Option of(String key) {
    for (Option option : values()) {
      if (option.key.equals(key)) {
        return option;
      }
    }
    return null;
  }

  /** {@code ; did you mean 'json'?} for a name that is nearly one of an option, else nothing. */
  static String suggestion(String key) {
    String[] keys = new String[values().length];
    for (Option option : values()) {
      keys[option.ordinal()] = option.key;
    }
    String nearest = Nearest.to(key, keys);
    return nearest == null ? "" : "; did you mean '" + nearest + "'?";
  }

  /** All names, separated by commas. */
  public static String keys() {
    StringBuilder text = new StringBuilder();
    for (Option option : values()) {
      text.append(text.length() == 0 ? "" : ", ").append(option.key);
    }
    return text.toString();
  }

  /**
   * Checks a value that a user gave.
   *
   * @param value the value
   * @return what to tell the user because the value has no effect in this version; null when it has
   * @throws OptionException when the value cannot be understood or not be honoured
   */
  @Nullable String check(String value) throws OptionException {
    if (!kind.accepts(value)) {
      throw new OptionException(
          "option "
              + key
              + ": '"
              + value
              + "' is not "
              + kind.expectation()
              + "; valid options: "
              + keys());
    }
    return availability == null ? null : availability.check(this, value);
  }

  /**
   * What of an option this version does.
   *
   * @param honoured the one value that behaves as asked for; empty when none does and all are
   *     harmless
   * @param tolerated a further value that has no effect but does no harm; null for none
   * @param instead what holds instead
   */
  private record Availability(String honoured, @Nullable String tolerated, String instead) {

    String sentence() {
      if (honoured.isEmpty()) {
        return "no effect: " + instead;
      }
      return "only " + honoured + " is available in this version";
    }

    @Nullable String check(Option option, String value) throws OptionException {
      if (value.equals(honoured)) {
        return null;
      }
      if (honoured.isEmpty()) {
        return option.key + " has no effect: " + instead;
      }
      String message = option.key + "=" + value + " is not available in this version: " + instead;
      if (tolerated == null || !tolerated.equals(value)) {
        throw new OptionException(message + "; remove it or use " + option.key + "=" + honoured);
      }
      return message;
    }
  }
}
