package dev.racedetect.maven;

import dev.racedetect.runtime.options.Option;
import java.io.File;
import java.util.Map;
import java.util.StringJoiner;
import org.apache.maven.plugin.MojoExecutionException;

/** Writes {@code -javaagent:racedetect.jar=key=value,key=value}. */
final class AgentArgument {

  private AgentArgument() {}

  /**
   * The argument, not yet quoted for an argument line.
   *
   * @throws MojoExecutionException when a value cannot be written
   */
  static String of(File jar, Map<Option, String> values) throws MojoExecutionException {
    return "-javaagent:" + jar.getPath() + "=" + options(values);
  }

  /** What follows the jar. */
  static String options(Map<Option, String> values) throws MojoExecutionException {
    StringJoiner options = new StringJoiner(",");
    for (Map.Entry<Option, String> value : values.entrySet()) {
      options.add(value.getKey().key() + "=" + quoted(value.getKey(), value.getValue()));
    }
    return options.toString();
  }

  /** Double quotes are left to the argument line. */
  private static String quoted(Option option, String value) throws MojoExecutionException {
    if (value.indexOf('"') >= 0 || value.indexOf('\'') >= 0) {
      throw new MojoExecutionException(
          "option " + option.key() + ": quotes are not possible here: " + value);
    }
    return value.indexOf(',') < 0 ? value : "'" + value + "'";
  }
}
