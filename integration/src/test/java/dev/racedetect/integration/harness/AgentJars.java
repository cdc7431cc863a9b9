package dev.racedetect.integration.harness;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Jars of further agents, whose classes are on the program's class path. */
public final class AgentJars {

  private AgentJars() {}

  /**
   * A jar for {@code -javaagent} that holds a manifest only.
   *
   * @param folder where to write it
   * @param premain the agent's class, which may have classes retransformed
   */
  public static Path of(Path folder, String premain) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Premain-Class", premain);
    manifest.getMainAttributes().putValue("Can-Retransform-Classes", "true");
    Path jar = folder.resolve("tool.jar");
    try (OutputStream out = Files.newOutputStream(jar)) {
      new JarOutputStream(out, manifest).close();
    }
    return jar;
  }
}
