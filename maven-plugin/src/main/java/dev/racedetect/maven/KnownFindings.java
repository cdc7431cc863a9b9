package dev.racedetect.maven;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The file of known findings: {@code
 * {"schema":1,"findings":[{"fingerprint":"..","expires":".."}]}}.
 */
final class KnownFindings {

  private static final int SCHEMA = 1;

  private final Set<String> fingerprints = new HashSet<>();

  /**
   * Reads a file.
   *
   * @param file null for no known findings
   * @throws MojoExecutionException when it cannot be read or understood
   */
  static KnownFindings read(@Nullable File file) throws MojoExecutionException {
    KnownFindings known = new KnownFindings();
    if (file == null) {
      return known;
    }
    try {
      JsonNode root = new ObjectMapper().readTree(file);
      if (root.path("schema").asInt() != SCHEMA || !root.path("findings").isArray()) {
        throw new MojoExecutionException(
            "baseline " + file + ": not of schema " + SCHEMA + "; write it anew");
      }
      String today = LocalDate.now(ZoneOffset.UTC).toString();
      for (JsonNode finding : root.path("findings")) {
        // ISO dates are ordered as text.
        if (finding.path("expires").asText("9999").compareTo(today) >= 0) {
          known.fingerprints.add(finding.path("fingerprint").asText());
        }
      }
      return known;
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw new MojoExecutionException("baseline " + file + " line " + line + ": not JSON");
    } catch (IOException e) {
      throw new MojoExecutionException("baseline " + file + ": cannot be read (" + e + ")");
    }
  }

  boolean contains(String fingerprint) {
    return fingerprints.contains(fingerprint);
  }
}
