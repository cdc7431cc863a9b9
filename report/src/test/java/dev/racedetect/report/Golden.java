package dev.racedetect.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares with files below {@code src/test/resources}; {@code -Dgolden.update} rewrites them. */
final class Golden {

  private static final Path FOLDER =
      Path.of("src", "test", "resources", "dev", "racedetect", "report", "golden");

  private Golden() {}

  static void assertMatches(String file, String actual) {
    Path golden = FOLDER.resolve(file);
    try {
      if (System.getProperty("golden.update") != null) {
        Files.createDirectories(FOLDER);
        Files.writeString(golden, actual);
      }
      assertThat(actual).isEqualTo(Files.readString(golden));
    } catch (IOException e) {
      throw new AssertionError("no golden file " + golden + "; write it by -Dgolden.update", e);
    }
  }
}
