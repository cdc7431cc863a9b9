package dev.racedetect.runtime.options;

import java.util.EnumMap;
import org.jspecify.annotations.Nullable;

/** The values of all options, parsed once. Immutable. */
public final class Options {

  /** Name of the environment variable that is read before the agent string. */
  public static final String ENVIRONMENT = "RACEDETECT";

  private final EnumMap<Option, String> values;
  private final String[] notices;

  private Options(EnumMap<Option, String> values, String[] notices) {
    this.values = values;
    this.notices = notices;
  }

  /**
   * Reads the options. A value may stand in single or double quotes when it contains separators.
   *
   * @param environment {@code key=value key=value}, the content of {@link #ENVIRONMENT}; may be
   *     null
   * @param agentString {@code key=value,key=value}, what follows {@code -javaagent:...=}; wins over
   *     the environment; may be null
   * @return the options
   * @throws OptionException when a key is unknown or a value cannot be understood or honoured; the
   *     message is one line that lists the valid options
   */
  public static Options parse(@Nullable String environment, @Nullable String agentString)
      throws OptionException {
    return parse(null, environment, agentString);
  }

  /**
   * Reads the options, also those that a race-enabled jar brings along.
   *
   * @param builtIn {@code key=value,key=value}, what was given to {@code racedetect build}; all
   *     others win over it; may be null
   * @param environment as above
   * @param agentString as above
   * @return the options
   * @throws OptionException as above
   */
  public static Options parse(
      @Nullable String builtIn, @Nullable String environment, @Nullable String agentString)
      throws OptionException {
    EnumMap<Option, String> values = new EnumMap<>(Option.class);
    if (builtIn != null) {
      read(values, new Assignments(builtIn, ",", "options built into the jar"));
    }
    if (environment != null) {
      read(values, new Assignments(environment, " \t\r\n", "environment variable " + ENVIRONMENT));
    }
    if (agentString != null) {
      read(values, new Assignments(agentString, ",", "agent options"));
    }
    String[] notices = new String[values.size() + 1];
    int count = 0;
    for (Option option : Option.values()) {
      String value = values.get(option);
      String notice = value == null ? null : option.check(value);
      if (notice != null) {
        notices[count++] = notice;
      }
    }
    if (values.containsKey(Option.BUDGET) && !"canary".equals(values.get(Option.MODE))) {
      notices[count++] = Option.BUDGET.key() + " has no effect: it limits mode=canary";
    }
    String[] said = new String[count];
    System.arraycopy(notices, 0, said, 0, count);
    Options options = new Options(values, said);
    if (!options.races() && !options.escapes()) {
      throw new OptionException("races=off and escapes=off leave nothing to watch");
    }
    if (options.canary()) {
      options.refuseInCanary();
    }
    return options;
  }

  /**
   * Whether the options ask for canary mode; parameters as for {@link #parse}. False also if they
   * cannot be understood: whoever parses them says so.
   */
  public static boolean askForCanary(
      @Nullable String builtIn, @Nullable String environment, @Nullable String agentString) {
    try {
      return parse(builtIn, environment, agentString).canary();
    } catch (OptionException e) {
      return false;
    }
  }

  private void refuseInCanary() throws OptionException {
    String never = null;
    if (haltOnError()) {
      never = "halt_on_error";
    } else if (haltOnEscape()) {
      never = "escapes=halt";
    } else if (!races()) {
      never = "races=off";
    }
    if (never != null) {
      throw new OptionException(never + " and mode=canary exclude each other; remove one of them");
    }
  }

  private static void read(EnumMap<Option, String> values, Assignments assignments)
      throws OptionException {
    while (assignments.next()) {
      Option option = Option.of(assignments.key());
      if (option == null) {
        throw new OptionException(
            "unknown option '"
                + assignments.key()
                + "' in "
                + assignments.source()
                + Option.suggestion(assignments.key())
                + "; valid options: "
                + Option.keys());
      }
      values.put(option, assignments.value());
    }
  }

  /** What the user must be told at start: options that are set but have no effect; may be empty. */
  public String[] notices() {
    return notices.clone();
  }

  /**
   * The value of an option as text.
   *
   * @param option the option
   * @return what the user set, else the default
   */
  public String text(Option option) {
    String value = values.get(option);
    return value == null ? option.defaultValue() : value;
  }

  /** {@code stderr}, {@code stdout}, or the prefix of the log file's path. */
  public String logPath() {
    return text(Option.LOG_PATH);
  }

  /** Path of the JSON-lines file, {@code %p} not yet replaced; null when there is none. */
  public @Nullable String json() {
    return unless(Option.JSON, "off");
  }

  /** Size in bytes at which the JSON-lines file is rotated; 0 for never. */
  public long jsonMaxBytes() {
    return Long.parseLong(text(Option.JSON_MAX_MB)) << 20;
  }

  /** The version of the program; null when none was given. */
  public @Nullable String version() {
    return unless(Option.VERSION, "none");
  }

  /** Exit status when races were reported; 0, always in a canary, leaves the program's alone. */
  public int exitcode() {
    return canary() ? 0 : Integer.parseInt(text(Option.EXITCODE));
  }

  /** Whether the first race stops the JVM. */
  public boolean haltOnError() {
    return isTrue(Option.HALT_ON_ERROR);
  }

  /** Whether order that JDK classes give without promising it counts. */
  public boolean extraEdges() {
    return isTrue(Option.EXTRA_EDGES);
  }

  private boolean isTrue(Option option) {
    String value = text(option);
    return value.equals("true") || value.equals("1") || value.equals("on") || value.equals("yes");
  }

  /** Whether the JDK's thread-unsafe classes are watched. */
  public boolean collections() {
    return text(Option.COLLECTIONS).equals("on");
  }

  /** Whether data races are watched. */
  public boolean races() {
    return text(Option.RACES).equals("on");
  }

  /** Whether escaped exceptions are watched. */
  public boolean escapes() {
    return !text(Option.ESCAPES).equals("off");
  }

  /** Whether data races are watched in sampling periods only, for production. */
  public boolean canary() {
    return text(Option.MODE).equals("canary");
  }

  /** The share of the process's CPU time that sampling may take, above 0, at most 1. */
  public double budget() {
    String value = text(Option.BUDGET);
    int end = value.endsWith("%") ? value.length() - 1 : value.length();
    return Double.parseDouble(value.substring(0, end)) / 100;
  }

  /** Whether the first escaped exception stops the JVM. */
  public boolean haltOnEscape() {
    return text(Option.ESCAPES).equals("halt");
  }

  /** Classes whose accesses are checked; empty for all. */
  public ClassPatterns include() {
    return patterns(Option.INCLUDE);
  }

  /** Classes whose accesses are not checked. */
  public ClassPatterns exclude() {
    return patterns(Option.EXCLUDE);
  }

  /** The program's own classes; empty when they are to be guessed. */
  public ClassPatterns app() {
    String value = text(Option.APP);
    return value.equals("all") ? ClassPatterns.parse("*") : patterns(Option.APP);
  }

  /** Path of the baseline; null when there is none. */
  public @Nullable String baseline() {
    return unless(Option.BASELINE, "none");
  }

  /** Path of the file of contracts; null when none is named. */
  public @Nullable String contracts() {
    return unless(Option.CONTRACTS, "none");
  }

  /** Path of the suppressions file; null when there is none. */
  public @Nullable String suppressions() {
    return unless(Option.SUPPRESSIONS, "none");
  }

  /** Prefix to cut from file names in text reports; empty for none. */
  public String stripPathPrefix() {
    return text(Option.STRIP_PATH_PREFIX);
  }

  /** Milliseconds to wait at exit. */
  public int atexitSleepMs() {
    return Integer.parseInt(text(Option.ATEXIT_SLEEP_MS));
  }

  private ClassPatterns patterns(Option option) {
    String value = unless(option, option.defaultValue());
    return value == null ? ClassPatterns.NONE : ClassPatterns.parse(value);
  }

  private @Nullable String unless(Option option, String nothing) {
    String value = text(option);
    return value.equals(nothing) ? null : value;
  }
}
