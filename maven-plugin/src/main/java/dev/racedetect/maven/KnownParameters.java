package dev.racedetect.maven;

import java.util.Set;
import java.util.TreeSet;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** Refuses parameters that no goal has: Maven itself would ignore them. */
final class KnownParameters {

  private KnownParameters() {}

  /**
   * Checks the configuration of this plugin in a module.
   *
   * @throws MojoExecutionException that names the first unknown parameter and all known ones
   */
  static void check(PluginDescriptor descriptor, MavenProject project)
      throws MojoExecutionException {
    Set<String> known = new TreeSet<>();
    for (MojoDescriptor goal : descriptor.getMojos()) {
      for (Parameter parameter : goal.getParameters()) {
        if (parameter.isEditable()) {
          known.add(parameter.getName());
        }
      }
    }
    Plugin plugin = project.getPlugin(descriptor.getPluginLookupKey());
    if (plugin != null) {
      check(plugin.getConfiguration(), known);
      for (PluginExecution execution : plugin.getExecutions()) {
        check(execution.getConfiguration(), known);
      }
    }
  }

  private static void check(@Nullable Object configuration, Set<String> known)
      throws MojoExecutionException {
    if (configuration instanceof Xpp3Dom dom) {
      for (Xpp3Dom child : dom.getChildren()) {
        if (!known.contains(child.getName())) {
          throw new MojoExecutionException(
              "racedetect-maven-plugin has no parameter '%s'; valid: %s"
                  .formatted(child.getName(), String.join(", ", known)));
        }
      }
    }
  }
}
