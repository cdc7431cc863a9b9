package dev.racedetect.maven;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** Surefire or Failsafe, as a module configures it. */
final class TestRunner {

  private static final String GROUP = "org.apache.maven.plugins:";

  /** Parameters after which nothing may be left to run. */
  private static final List<String> SELECTIONS =
      List.of("test", "includes", "excludes", "includesFile", "excludesFile", "suiteXmlFiles");

  private final MavenProject project;
  private final Properties commandLine;
  private final String name;
  private final List<Xpp3Dom> configurations = new ArrayList<>();

  private TestRunner(MavenProject project, Properties commandLine, String name) {
    this.project = project;
    this.commandLine = commandLine;
    this.name = name;
    Plugin plugin = project.getPlugin(GROUP + name);
    if (plugin != null) {
      add(plugin.getConfiguration());
      for (PluginExecution execution : plugin.getExecutions()) {
        add(execution.getConfiguration());
      }
    }
  }

  /**
   * Surefire and Failsafe.
   *
   * @param commandLine the user's properties, which win over all others
   */
  static List<TestRunner> of(MavenProject project, Properties commandLine) {
    return List.of(
        new TestRunner(project, commandLine, "maven-surefire-plugin"),
        new TestRunner(project, commandLine, "maven-failsafe-plugin"));
  }

  private void add(@Nullable Object configuration) {
    if (configuration instanceof Xpp3Dom dom) {
      configurations.add(dom);
    }
  }

  /** The artifact's name. */
  String name() {
    return name;
  }

  /** The folders that its reports may be in. */
  Set<Path> reportFolders() {
    Set<Path> folders = new LinkedHashSet<>();
    String kind = name.substring("maven-".length(), name.length() - "-plugin".length());
    Path basedir = project.getBasedir().toPath();
    folders.add(basedir.resolve(project.getBuild().getDirectory()).resolve(kind + "-reports"));
    for (String folder : values("reportsDirectory")) {
      if (folder.indexOf('$') < 0) {
        folders.add(basedir.resolve(folder));
      }
    }
    return folders;
  }

  /**
   * What its configuration adds to the test class path, in order. Values that refer to properties
   * are as in the POM.
   */
  Set<String> additionalClassPath() {
    Set<String> elements = new LinkedHashSet<>();
    for (Xpp3Dom configuration : configurations) {
      Xpp3Dom list = configuration.getChild("additionalClasspathElements");
      if (list != null) {
        for (Xpp3Dom element : list.getChildren()) {
          if (element.getValue() != null && !element.getValue().isBlank()) {
            elements.add(element.getValue().strip());
          }
        }
      }
    }
    return elements;
  }

  /** Whether it was told not to run tests, or not all of them: then nothing may have run. */
  boolean restricted() {
    for (String key :
        List.of(
            "skipTests", "skipITs", "maven.test.skip", "maven.test.skip.exec", "test", "it.test")) {
      String value = property(key);
      if (value != null && !value.equals("false")) {
        return true;
      }
    }
    boolean selective = isSelective() && !isTrue("disableXmlReport");
    return isTrue("skip") || isTrue("skipTests") || isTrue("skipExec") || selective;
  }

  /** Whether the POM says which classes are tests. */
  private boolean isSelective() {
    return configurations.stream()
        .anyMatch(
            configuration ->
                SELECTIONS.stream().anyMatch(name -> configuration.getChild(name) != null));
  }

  private boolean isTrue(String parameter) {
    return values(parameter).stream().anyMatch(value -> value.equals("true") || value.isEmpty());
  }

  /**
   * Why its JVMs had no detector, and what to do about it.
   *
   * @param property the property that the detector was put into
   */
  String diagnosis(String property) {
    String forks = property("forkCount");
    if (values("forkCount").contains("0") || "0".equals(forks)) {
      return "forkCount=0 runs them inside Maven's own JVM; set <forkCount>1</forkCount> or more";
    }
    if (values("forkMode").contains("never")) {
      return "forkMode=never runs them inside Maven's own JVM; remove it";
    }
    for (String line : values("argLine")) {
      if (!line.contains("{" + property + "}")) {
        String value = line.strip().replaceAll("\\s+", " ");
        return "<argLine>%s</argLine> hides the detector; write <argLine>@{%s} %s</argLine>"
            .formatted(value, property, value);
      }
    }
    if (commandLine.containsKey(property)) {
      return "-D%s on the command line replaces the detector; set it as a property in the POM"
          .formatted(property);
    }
    return ("something replaced property %s after goal prepare; write"
            + " <argLine>@{%s}</argLine>, and let plugins that set it come before racedetect")
        .formatted(property, property);
  }

  private @Nullable String property(String key) {
    String value = commandLine.getProperty(key);
    return value == null ? project.getProperties().getProperty(key) : value;
  }

  /** The values of a parameter in all executions. */
  private Set<String> values(String parameter) {
    Set<String> values = new LinkedHashSet<>();
    for (Xpp3Dom configuration : configurations) {
      Xpp3Dom child = configuration.getChild(parameter);
      if (child != null && child.getValue() != null) {
        values.add(child.getValue().strip());
      }
    }
    return values;
  }
}
