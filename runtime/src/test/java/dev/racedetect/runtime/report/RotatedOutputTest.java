package dev.racedetect.runtime.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racedetect.runtime.options.OptionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotatedOutputTest {
  @TempDir private Path folder;

  @Test
  void keepsTheFullFileOnceAndCutsNoLine() throws IOException, OptionException {
    Path file = folder.resolve("races.jsonl");
    Output output = Output.file("json", file.toString(), 25);
    for (int i = 0; i < 5; i++) {
      assertThat(output.write("line number " + i + "\n")).isTrue();
    }
    assertThat(Files.readString(file)).isEqualTo("line number 4\n");
    assertThat(Files.readString(folder.resolve("races.jsonl.1"))).isEqualTo("line number 3\n");
  }

  @Test
  void neverRotatesWithoutALimit() throws IOException, OptionException {
    Path file = folder.resolve("races.jsonl");
    Output output = Output.file("json", file.toString(), 0);
    for (int i = 0; i < 5; i++) {
      output.write("line number " + i + "\n");
    }
    assertThat(Files.readAllLines(file)).hasSize(5);
    assertThat(folder.resolve("races.jsonl.1")).doesNotExist();
  }
}
