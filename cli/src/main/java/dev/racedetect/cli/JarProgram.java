package dev.racedetect.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** Looks at a jar before it is run, for messages that are clearer than the JVM's. */
final class JarProgram {

  private JarProgram() {}

  /**
   * Checks that a jar can be run.
   *
   * @throws UserError when it cannot
   */
  static void check(Path jar) {
    if (!Files.isRegularFile(jar)) {
      throw UserError.noFile(jar);
    }
    try (JarFile file = new JarFile(jar.toFile())) {
      Manifest manifest = file.getManifest();
      if (manifest == null
          || manifest.getMainAttributes().getValue(Attributes.Name.MAIN_CLASS) == null) {
        throw new UserError(
            jar
                + ": no Main-Class in its manifest; name the class: racedetect run -cp "
                + jar
                + " MAINCLASS");
      }
    } catch (IOException e) {
      throw new UserError(jar + ": not a readable jar (" + e.getMessage() + ")");
    }
  }
}
