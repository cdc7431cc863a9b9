package dev.racedetect.cli;

import dev.racedetect.runtime.options.OptionException;
import dev.racedetect.runtime.options.Options;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The detector's options on the command line, turned into the agent's. */
abstract class DetectorOptions {

  /** Help of the option that the commands name differently. */
  static final String OPTION_HELP =
      "An option of the detector, see 'racedetect options'. May be repeated.";

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write findings as JSON lines, too; %%p in the name is the process id.")
  private @Nullable String json;

  @Option(
      names = "--log-path",
      paramLabel = "PREFIX",
      description = "Write reports to stdout or to the file PREFIX.<pid> instead of stderr.")
  private @Nullable String logPath;

  @Option(names = "--halt-on-error", description = "Stop the program at the first race.")
  private boolean haltOnError;

  @Option(
      names = "--exitcode",
      paramLabel = "N",
      description = "Exit status when races were found in a program that ended with 0; 66.")
  private @Nullable String exitcode;

  /** What was given as {@code key=value}, in that order. */
  abstract List<String> assignments();

  /**
   * The agent's option string.
   *
   * @param environment the content of {@link Options#ENVIRONMENT}, or null
   * @return {@code key=value,key=value}, empty for none
   * @throws UserError when the detector would refuse it
   */
  String agentString(@Nullable String environment) {
    List<String> all = new ArrayList<>();
    for (String assignment : assignments()) {
      int equals = assignment.indexOf('=');
      if (equals < 1) {
        throw new UserError("--option '" + assignment + "' is not key=value");
      }
      add(all, assignment.substring(0, equals), assignment.substring(equals + 1));
    }
    add(all, "json", json);
    add(all, "log_path", logPath);
    add(all, "exitcode", exitcode);
    add(all, "halt_on_error", haltOnError ? "true" : null);
    String agentString = String.join(",", all);
    try {
      // Here rather than in the program's JVM: nothing is started in vain.
      Options.parse(environment, agentString);
    } catch (OptionException e) {
      throw new UserError(e.getMessage());
    }
    return agentString;
  }

  private static void add(List<String> all, String key, @Nullable String value) {
    if (value != null) {
      all.add(key + "=" + quoted(key, value));
    }
  }

  private static String quoted(String key, String value) {
    boolean quote = value.startsWith("'") || value.startsWith("\"");
    if (value.indexOf(',') < 0 && !quote) {
      return value;
    }
    if (value.indexOf('\'') < 0) {
      return "'" + value + "'";
    }
    if (value.indexOf('"') < 0) {
      return "\"" + value + "\"";
    }
    throw new UserError(
        "option " + key + ": a value with a comma cannot have both kinds of quotes");
  }
}
