package dev.racedetect.cli;

import dev.racedetect.report.GithubReport;
import dev.racedetect.report.MarkdownSummary;
import dev.racedetect.report.Triage;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The job of GitHub Actions in which this runs, if it does. Annotations made by earlier steps are
 * counted in a file of the folder that GitHub empties for each job.
 */
final class GithubJob {

  private static final String COUNTER = "racedetect-annotations";

  private final @Nullable Path summary;
  private final @Nullable Path counter;

  private GithubJob(@Nullable Path summary, @Nullable Path counter) {
    this.summary = summary;
    this.counter = counter;
  }

  static GithubJob current() {
    return of(System.getenv());
  }

  static GithubJob of(Map<String, String> environment) {
    String summary = environment.get("GITHUB_STEP_SUMMARY");
    String temporary = environment.get("RUNNER_TEMP");
    return new GithubJob(
        summary == null || summary.isEmpty() ? null : Path.of(summary),
        temporary == null || temporary.isEmpty() ? null : Path.of(temporary).resolve(COUNTER));
  }

  /** How many annotations of this job GitHub would still show. */
  int annotationsLeft() {
    return GithubReport.MOST_A_JOB - written();
  }

  private int written() {
    try {
      return counter == null ? 0 : Integer.parseInt(Files.readString(counter).strip());
    } catch (IOException | NumberFormatException e) {
      return 0;
    }
  }

  /** Notes that annotations were made. */
  void annotated(int count) {
    if (counter != null && count > 0) {
      try {
        Files.writeString(counter, Integer.toString(written() + count));
      } catch (IOException e) {
        // GitHub drops what is too much; nothing is lost but annotations.
      }
    }
  }

  /** Appends to the summary of the step. */
  void summarise(Triage triage, MarkdownSummary form) {
    if (summary == null) {
      return;
    }
    try (Writer writer =
        Files.newBufferedWriter(
            summary,
            StandardCharsets.UTF_8,
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND)) {
      form.write(triage, writer);
    } catch (IOException e) {
      throw new UserError("cannot write the step's summary " + summary + " (" + e + ")");
    }
  }
}
