package dev.racedetect.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForkFolderTest {

  @TempDir private Path target;

  private ForkFolder forks;
  private Path folder;

  @BeforeEach
  void create() throws IOException {
    folder = Files.createDirectories(target.resolve("racedetect"));
    forks = new ForkFolder(folder);
  }

  @Test
  void findingsAreTheFilesOfProcesses() throws IOException {
    for (String name : new String[] {"fork-12.json", "fork-7.json", "fork-x.json", "report.txt"}) {
      Files.createFile(folder.resolve(name));
    }
    assertThat(forks.findings())
        .containsExactly(folder.resolve("fork-12.json"), folder.resolve("fork-7.json"));
  }

  @Test
  void earlierBuildsAreForgottenOnce() throws IOException {
    Path old = Files.createFile(folder.resolve("fork-1.json"));
    long buildStart = System.currentTimeMillis();
    forks.prepare(buildStart, "argLine", forks.pattern());
    assertThat(old).doesNotExist();
    // Another execution of the goal in the same build, for Failsafe: Surefire has run already.
    Path fresh = Files.createFile(folder.resolve("fork-2.json"));
    forks.prepare(buildStart, "failsafe.argLine", forks.pattern());
    assertThat(fresh).exists();
    assertThat(forks.preparation().orElseThrow().property()).isEqualTo("failsafe.argLine");
  }

  @Test
  void findingsMayGoElsewhere() throws IOException {
    Path json = target.resolve("findings [1]").resolve("race (%p).jsonl");
    forks.prepare(0, "argLine", json);
    Path file = Files.createFile(target.resolve("findings [1]").resolve("race (42).jsonl"));
    assertThat(forks.findings()).containsExactly(file);
  }
}
