package dev.racedetect.cli;

import dev.racedetect.report.AppFrames;
import dev.racedetect.report.Baseline;
import dev.racedetect.report.FindingsException;
import dev.racedetect.report.MergedFindings;
import dev.racedetect.report.SourceFiles;
import dev.racedetect.report.Triage;
import dev.racedetect.runtime.options.ClassPatterns;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options on what is known, what is one's own, and where the sources are. */
final class TriageOptions {

  /** What the folder of a project holds. */
  private static final List<String> PROJECT =
      List.of("pom.xml", "build.gradle", "build.gradle.kts", "build.xml", ".git", "src");

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "Known findings, see 'racedetect baseline': a line each, no failure.")
  private @Nullable Path baseline;

  @Option(
      names = "--app",
      paramLabel = "PATTERNS",
      description =
          "The program's own code, packages separated by ':'. Races without a frame of it are"
              + " counted by library and do not fail.")
  private @Nullable String app;

  @Option(
      names = "--source-path",
      paramLabel = "PATH",
      description =
          "Folders with sources, searched with all below them; the working folder if it is a"
              + " project's.")
  private @Nullable String sourcePath;

  AppFrames app() {
    return new AppFrames(app == null ? ClassPatterns.NONE : ClassPatterns.parse(app));
  }

  SourceFiles sources() {
    List<Path> roots = new ArrayList<>();
    if (sourcePath == null) {
      Path here = Path.of("").toAbsolutePath();
      if (PROJECT.stream().anyMatch(name -> Files.exists(here.resolve(name)))) {
        roots.add(here);
      }
    } else {
      for (String root : sourcePath.split(File.pathSeparator, -1)) {
        if (root.isEmpty()) {
          continue;
        }
        if (!Files.isDirectory(Path.of(root))) {
          throw new UserError("--source-path: " + root + " is no folder");
        }
        roots.add(Path.of(root));
      }
    }
    return new SourceFiles(roots);
  }

  Triage triage(MergedFindings findings) {
    return new Triage(findings, baseline(baseline), app(), today());
  }

  static Baseline baseline(@Nullable Path file) {
    try {
      return file == null ? new Baseline() : Baseline.read(file);
    } catch (FindingsException e) {
      throw new UserError(e.getMessage());
    }
  }

  static String today() {
    return LocalDate.now(ZoneOffset.UTC).toString();
  }
}
