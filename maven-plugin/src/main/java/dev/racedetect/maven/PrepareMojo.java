package dev.racedetect.maven;

import dev.racedetect.report.Baseline;
import dev.racedetect.report.FindingsException;
import dev.racedetect.runtime.options.Option;
import dev.racedetect.runtime.options.OptionException;
import dev.racedetect.runtime.options.Options;
import dev.racedetect.runtime.report.Suppressions;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;
import org.jspecify.annotations.Nullable;

/**
 * Puts the detector into the JVMs that Surefire and Failsafe start: prepends it to the property
 * {@code argLine}. The parameters from {@code logPath} on are the detector's options.
 */
@Mojo(name = "prepare", defaultPhase = LifecyclePhase.INITIALIZE, threadSafe = true)
public final class PrepareMojo extends RaceMojo {

  /** Of Surefire and Failsafe: elements that are appended to the test class path. */
  private static final String CLASS_PATH = "maven.test.additionalClasspath";

  private static final String CLI = "dev.racedetect:racedetect-cli";
  private static final String JUNIT = "dev.racedetect:racedetect-junit";

  /** What the options must be in the JVM of a test: Surefire has the say on how that ends. */
  private static final Map<Option, List<String>> IN_FORKS =
      Map.of(
          Option.EXITCODE, List.of("0"),
          Option.HALT_ON_ERROR, List.of("false", "0", "off", "no"),
          Option.ESCAPES, List.of("report", "off"));

  /** This plugin. */
  @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
  private PluginDescriptor plugin;

  /** This execution. */
  @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
  private MojoExecution execution;

  /** The plugin's own dependencies, by group and artifact. */
  @Parameter(defaultValue = "${plugin.artifactMap}", readonly = true, required = true)
  private Map<String, Artifact> artifacts;

  /**
   * The property that the JVM arguments of the tests come from. By default it is the one that
   * Surefire and Failsafe read: {@code argLine}; for Tycho's {@code eclipse-test-plugin} it is
   * {@code tycho.testArgLine}.
   */
  @Parameter(property = "race.propertyName")
  private @Nullable String propertyName;

  /** Short for include: a package with all below it, as {@code com.acme..}; several with ':'. */
  @Parameter(property = "race.only")
  private @Nullable String only;

  /** text reports go to stderr, stdout, or the file &lt;value&gt;.&lt;pid&gt; */
  @Parameter(property = "race.log_path")
  private @Nullable String logPath;

  /** file for findings as JSON lines, appended and flushed one by one; %p is the pid */
  @Parameter(property = "race.json")
  private @Nullable File json;

  /**
   * size in MiB at which the json file is renamed to &lt;file&gt;.1, in place of an older one, and
   * begun anew; 0: never
   */
  @Parameter(property = "race.json_max_mb")
  private @Nullable String jsonMaxMb;

  /** version of the program, noted in the JSON lines for reports on many processes */
  @Parameter(property = "race.version")
  private @Nullable String version;

  /** exit status when races were reported and the program itself ended with 0; 0: leave it */
  @Parameter(property = "race.exitcode", defaultValue = "0")
  private @Nullable String exitcode;

  /** stop the JVM at the first race reported */
  @Parameter(property = "race.halt_on_error")
  private @Nullable String haltOnError;

  /**
   * exceptions that end a thread or that nobody looks at: report them; halt: report the first,
   * print the stacks of all threads and end with status 2; off
   */
  @Parameter(property = "race.escapes")
  private @Nullable String escapes;

  /** off: watch escaped exceptions only, check no access */
  @Parameter(property = "race.races")
  private @Nullable String races;

  /**
   * off: the JDK's thread-unsafe classes (HashMap, ArrayList, StringBuilder, ...) are not watched
   */
  @Parameter(property = "race.collections")
  private @Nullable String collections;

  /**
   * full, or canary: for production; short sampling periods, as many as budget allows, no halt, no
   * exit status of its own
   */
  @Parameter(property = "race.mode")
  private @Nullable String mode;

  /** share of the process's CPU time that the sampling of mode=canary may take; 100%: always on */
  @Parameter(property = "race.budget")
  private @Nullable String budget;

  /**
   * classes whose accesses are checked: packages, classes, * wildcards, separated by ':';
   * synchronization is seen everywhere
   */
  @Parameter(property = "race.include")
  private @Nullable String include;

  /** classes whose accesses are not checked, as include; wins over include */
  @Parameter(property = "race.exclude")
  private @Nullable String exclude;

  /**
   * the program's own code, as include, or all; races without a frame of it are summarised by
   * library and do not fail; guessed: only races that a released library makes all by itself, on
   * its own fields in its own threads
   */
  @Parameter(property = "race.app")
  private @Nullable String app;

  /**
   * file of what the program's own primitives release and acquire; without it, files
   * racedetect.contracts on the class path
   */
  @Parameter(property = "race.contracts")
  private @Nullable File contracts;

  /** also count on order that JDK classes give without promising it; hides races */
  @Parameter(property = "race.extra_edges")
  private @Nullable String extraEdges;

  /**
   * file of findings not to report, as ThreadSanitizer's: race:pattern, race_top:pattern,
   * race_location:pattern, escape:pattern; race:A &amp;&amp; B is bound to the pair
   */
  @Parameter(property = "race.suppressions")
  private @Nullable File suppressions;

  /** prefix to cut from file names in text reports */
  @Parameter(property = "race.strip_path_prefix")
  private @Nullable String stripPathPrefix;

  /**
   * milliseconds to wait at exit for races in threads that still run; 0, because the JVM waits for
   * non-daemon threads anyway
   */
  @Parameter(property = "race.atexit_sleep_ms")
  private @Nullable String atexitSleepMs;

  /** understood for the sake of GORACE settings */
  @Parameter(property = "race.history_size")
  private @Nullable String historySize;

  @Override
  void run() throws MojoExecutionException {
    KnownParameters.check(plugin, project);
    if (isParent()) {
      return;
    }
    checkFiles();
    File agent = file(CLI);
    ForkFolder forks = forks();
    File findings = json == null ? forks.pattern().toFile() : json;
    String argument = AgentArgument.of(agent, options(findings));
    try {
      long buildStart = session.getRequest().getStartTime().toInstant().toEpochMilli();
      forks.prepare(buildStart, property(), findings.toPath());
    } catch (IOException e) {
      throw new MojoExecutionException("cannot prepare " + outputDirectory + ": " + e, e);
    }
    Properties properties = project.getProperties();
    String argLine =
        ArgLine.prepend(argument, agent.getPath(), properties.getProperty(property(), ""));
    properties.setProperty(property(), argLine);
    getLog().info(property() + " set to " + argLine);
    extendClassPath(properties, file(JUNIT).getPath());
  }

  @Override
  void skipped() {
    super.skipped();
    // Whoever writes ${argLine} needs a value.
    project.getProperties().putIfAbsent(property(), "");
  }

  private String property() {
    if (propertyName != null) {
      return propertyName;
    }
    return project.getPackaging().equals("eclipse-test-plugin") ? "tycho.testArgLine" : "argLine";
  }

  /**
   * Adds a jar. The property wins over the parameter that it is the default of, so what the POM
   * configures there has to be in it.
   */
  private void extendClassPath(Properties properties, String jar) throws MojoExecutionException {
    Set<String> elements = new LinkedHashSet<>();
    elements.add(jar);
    elements.addAll(List.of(properties.getProperty(CLASS_PATH, "").split(",", -1)));
    for (TestRunner runner : TestRunner.of(project, session.getUserProperties())) {
      for (String element : runner.additionalClassPath()) {
        elements.add(evaluated(element));
      }
    }
    elements.remove("");
    properties.setProperty(CLASS_PATH, String.join(",", elements));
  }

  private String evaluated(String value) throws MojoExecutionException {
    try {
      Object result = new PluginParameterExpressionEvaluator(session, execution).evaluate(value);
      return result == null ? "" : result.toString();
    } catch (ExpressionEvaluationException e) {
      throw new MojoExecutionException("<additionalClasspathElement>" + value + ": " + e, e);
    }
  }

  private File file(String key) throws MojoExecutionException {
    Artifact artifact = artifacts.get(key);
    File file = artifact == null ? null : artifact.getFile();
    if (file == null || !file.isFile()) {
      throw new MojoExecutionException(
          key + " is no jar (" + file + "); in a build of racedetect itself, run phase package");
    }
    return file.getAbsoluteFile();
  }

  /** The options that are set; all are checked here rather than by each JVM in turn. */
  private Map<Option, String> options(File findings) throws MojoExecutionException {
    Map<Option, String> values = new EnumMap<>(Option.class);
    put(values, Option.LOG_PATH, logPath);
    put(values, Option.JSON, findings.getAbsolutePath());
    put(values, Option.JSON_MAX_MB, jsonMaxMb);
    put(values, Option.VERSION, version);
    put(values, Option.EXITCODE, exitcode);
    put(values, Option.HALT_ON_ERROR, haltOnError);
    put(values, Option.ESCAPES, escapes);
    put(values, Option.RACES, races);
    put(values, Option.COLLECTIONS, collections);
    put(values, Option.MODE, mode);
    put(values, Option.BUDGET, budget);
    put(values, Option.INCLUDE, included());
    put(values, Option.EXCLUDE, exclude);
    put(values, Option.APP, app);
    put(values, Option.CONTRACTS, path(contracts));
    put(values, Option.EXTRA_EDGES, extraEdges);
    put(values, Option.SUPPRESSIONS, path(suppressions));
    // Not BASELINE: goal check decides what is known, and the reports show all.
    put(values, Option.STRIP_PATH_PREFIX, stripPathPrefix);
    put(values, Option.ATEXIT_SLEEP_MS, atexitSleepMs);
    put(values, Option.HISTORY_SIZE, historySize);
    for (Map.Entry<Option, List<String>> rule : IN_FORKS.entrySet()) {
      String value = values.get(rule.getKey());
      if (value != null && !rule.getValue().contains(value)) {
        throw new MojoExecutionException(
            "%s=%s would end the tests' JVMs behind Surefire's back; use %s: check fails the build"
                .formatted(rule.getKey().key(), value, rule.getValue().get(0)));
      }
    }
    try {
      Options parsed = Options.parse(null, AgentArgument.options(values));
      for (String notice : parsed.notices()) {
        getLog().warn(notice);
      }
    } catch (OptionException e) {
      throw new MojoExecutionException(e.getMessage(), e);
    }
    return values;
  }

  /** Refuses files now that would otherwise be refused after the tests, or by each JVM in turn. */
  private void checkFiles() throws MojoExecutionException {
    try {
      if (baseline != null) {
        Baseline.read(baseline.toPath());
      }
      if (suppressions != null) {
        Suppressions.load(suppressions.getPath());
      }
    } catch (FindingsException | OptionException e) {
      throw new MojoExecutionException(e.getMessage(), e);
    }
    if (contracts != null && !Files.isReadable(contracts.toPath())) {
      throw new MojoExecutionException("option contracts: cannot read " + contracts);
    }
  }

  private @Nullable String included() throws MojoExecutionException {
    if (only == null) {
      return include;
    }
    if (include != null) {
      throw new MojoExecutionException("only and include are two names of one thing; remove one");
    }
    StringBuilder patterns = new StringBuilder();
    for (String pattern : only.split("[:,]", -1)) {
      String name = pattern.strip().replaceFirst("\\.+\\**$", "");
      if (!name.isEmpty()) {
        patterns.append(patterns.isEmpty() ? "" : ":").append(name);
      }
    }
    return patterns.toString();
  }

  private static void put(Map<Option, String> values, Option option, @Nullable String value) {
    if (value != null) {
      values.put(option, value);
    }
  }

  private static @Nullable String path(@Nullable File file) {
    return file == null ? null : file.getAbsolutePath();
  }
}
