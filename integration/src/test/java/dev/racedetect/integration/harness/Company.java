package dev.racedetect.integration.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.racedetect.integration.host.ProgramHost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Programs of one folder that share a JVM, because most of what a short program costs is the start
 * of its JVM. Whoever does not keep its promises in company is judged alone; where the detector
 * degraded, that is everybody.
 */
final class Company {
  private static final String HOST_PACKAGE = "dev.racedetect.integration.host";

  private final Map<String, Outcome> outcomes;

  private Company(Map<String, Outcome> outcomes) {
    this.outcomes = outcomes;
  }

  /**
   * Runs programs one after another in one JVM.
   *
   * @param classes the folder of their classes
   */
  static Company of(
      List<Program> programs, Jdk jdk, Path classes, List<String> options, String... jvmArgs) {
    try {
      Path folder = Files.createTempDirectory("racedetect-company");
      try {
        return run(folder, programs, jdk, classes, options, jvmArgs);
      } finally {
        Sources.deleteTree(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Company run(
      Path folder,
      List<Program> programs,
      Jdk jdk,
      Path classes,
      List<String> options,
      String... jvmArgs)
      throws IOException {
    Path findings = folder.resolve("findings");
    Path results = folder.resolve("results");
    List<String> args =
        new ArrayList<>(List.of(classes.toString(), findings.toString(), results.toString()));
    programs.forEach(program -> args.add(program.mainClass()));
    List<String> all = new ArrayList<>(options);
    all.addAll(List.of("json=" + findings, "exclude=" + HOST_PACKAGE, "exitcode=0"));
    try {
      Jvm.on(jdk)
          .agent(all.toArray(new String[0]))
          .jvmArgs(jvmArgs)
          .classpath(testClasses())
          .main(ProgramHost.class.getName())
          .args(args.toArray(new String[0]))
          .run();
    } catch (AssertionError killed) {
      // Those that had ended before have their results, the others are judged alone.
    }
    return new Company(outcomes(findings, results));
  }

  private static Path testClasses() {
    try {
      return Path.of(ProgramHost.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, Outcome> outcomes(Path findings, Path results) throws IOException {
    Map<String, Outcome> outcomes = new HashMap<>();
    if (Files.exists(results)) {
      byte[] records = Files.exists(findings) ? Files.readAllBytes(findings) : new byte[0];
      if (read(records).stream().anyMatch(r -> r.path("kind").asText().equals("degraded"))) {
        return outcomes;
      }
      for (String line : Files.readAllLines(results)) {
        String[] words = line.split(" ", -1);
        if (words[1].equals("returned")) {
          List<JsonNode> mine =
              read(
                  Arrays.copyOfRange(
                      records, Integer.parseInt(words[2]), Integer.parseInt(words[3])));
          outcomes.put(words[0], new Outcome(0, "", "", mine));
        }
      }
    }
    return outcomes;
  }

  private static List<JsonNode> read(byte[] records) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    List<JsonNode> findings = new ArrayList<>();
    for (String line : new String(records, StandardCharsets.UTF_8).lines().toList()) {
      findings.add(mapper.readTree(line));
    }
    return findings;
  }

  /** What a program found; empty if it did not end as it should or was not started. */
  Optional<Outcome> outcome(Program program) {
    return Optional.ofNullable(outcomes.get(program.mainClass()));
  }
}
