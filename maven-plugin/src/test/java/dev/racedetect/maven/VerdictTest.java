package dev.racedetect.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerdictTest {

  private static final String SUMMARY =
      """
      {"schema":1,"kind":"summary","races":0,"escapes":0,"classes":{"instrumented":5,"skipped":0},"seconds":1.0}
      """;

  private static final String RACE =
      """
      {"schema":1,"kind":"race","fingerprint":"0123456789abcdef","location":{"kind":"field","class":"com.acme.A","name":"f"},\
      "accesses":[{"op":"write","thread":"t1","stack":[{"class":"com.acme.A","method":"m","file":"A.java","line":3}],"locks":[]},\
      {"op":"read","thread":"t2","stack":[{"class":"com.acme.A","method":"n","file":"A.java","line":4}],"locks":[]}],\
      "threads":[{"id":"t1","createdAt":[]},{"id":"t2","createdAt":[]}]TEST}
      """;

  @TempDir private Path folder;

  private Verdict verdict(String... contents) throws IOException, MojoExecutionException {
    Path baseline = Files.writeString(folder.resolve("baseline"), knownFindings());
    CheckMojo check = new CheckMojo();
    check.baseline = baseline.toFile();
    List<Path> files = new ArrayList<>();
    for (String content : contents) {
      files.add(Files.writeString(folder.resolve("fork-" + files.size() + ".json"), content));
    }
    return new Verdict(check.triage(files), files.size(), List.of("method too large"));
  }

  private static String knownFindings() {
    return """
        {"schema":1,"findings":[{"fingerprint":"aaaaaaaaaaaaaaaa"},
        {"fingerprint":"bbbbbbbbbbbbbbbb","expires":"2020-12-31"}]}
        """;
  }

  private static String race(String test) {
    return RACE.replace("TEST", test);
  }

  private static String degraded(String what) {
    return "{\"schema\":1,\"kind\":\"degraded\",\"what\":\"%s\",\"detail\":\"\"}\n".formatted(what);
  }

  @Test
  void nothingFoundIsFine() throws Exception {
    Verdict verdict = verdict(SUMMARY, SUMMARY);
    assertThat(verdict.failures()).isEmpty();
    assertThat(verdict.summary()).endsWith("; 2 test JVM(s), 10 classes instrumented");
  }

  @Test
  void raceWithoutTestFailsTheSuite() throws Exception {
    assertThat(verdict(race("") + SUMMARY).failures())
        .containsExactly(
            "data race: write of com.acme.A.f at com.acme.A.m(A.java:3), unordered with the read at"
                + " com.acme.A.n(A.java:4); detected outside of any known test, so the whole suite"
                + " fails [0123456789abcdef]");
  }

  @Test
  void bystanderGetsANote() throws Exception {
    String tests =
        ",\"test\":\"[engine:e]/[class:com.acme.T]/[method:a()]\""
            + ",\"bystander\":\"[engine:e]/[class:com.acme.T]/[method:b()]\"";
    assertThat(verdict(race(tests) + SUMMARY).failures().get(0))
        .contains("; race detected during execution of test com.acme.T.a (note: com.acme.T.b was")
        .doesNotContain("whole suite");
  }

  @Test
  void onlyKnownRacesPass() throws Exception {
    String known = race("").replace("0123456789abcdef", "aaaaaaaaaaaaaaaa");
    assertThat(verdict(known + SUMMARY).failures()).isEmpty();
    String expired = race("").replace("0123456789abcdef", "bbbbbbbbbbbbbbbb");
    assertThat(verdict(expired + SUMMARY).failures()).hasSize(1);
  }

  @Test
  void sameRaceOfTwoJvmsIsOne() throws Exception {
    assertThat(verdict(race("") + SUMMARY, race("") + SUMMARY).failures()).hasSize(1);
  }

  @Test
  void killedJvmLosesNothingItHadFound() throws Exception {
    Verdict verdict = verdict(race("") + "{\"schema\":1,\"ki");
    assertThat(verdict.failures()).hasSize(1);
    assertThat(String.join("\n", verdict.notes())).contains("cut off", "was killed");
  }

  @Test
  void degradedRunFailsUnlessAccepted() throws Exception {
    assertThat(verdict(degraded("class could not be instrumented") + SUMMARY).failures().get(0))
        .endsWith("<allowDegraded>class could not be instrumented</allowDegraded>");
    assertThat(verdict(degraded("method too large") + SUMMARY).failures()).isEmpty();
    assertThat(verdict(degraded("option") + SUMMARY).failures()).isEmpty();
    assertThat(verdict(degraded("self-probe failed") + SUMMARY).failures().get(0))
        .contains("self-probe failed");
  }

  @Test
  void detectorThatSawNothingFails() throws Exception {
    assertThat(verdict(SUMMARY.replace(":5", ":0")).failures().get(0)).contains("saw no class");
  }

  @Test
  void newerSchemaIsNamedAndTheRestIsRead() throws Exception {
    List<String> failures =
        verdict("{\"schema\":2,\"kind\":\"race\"}\n", race("") + SUMMARY).failures();
    assertThat(failures).hasSize(2);
    assertThat(failures.get(0)).contains("could not be read").contains("fork-0.json");
  }
}
