package dev.racedetect.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergedFindingsTest {

  private static final String SUMMARY =
      """
      {"schema":1,"kind":"summary","races":1,"escapes":0,"classes":{"instrumented":5,"skipped":3,\
      "reasons":{"method too large":1}},"seconds":1.5,"new member":[]}
      """;

  private @TempDir Path folder;
  private MergedFindings findings;

  @BeforeEach
  void none() {
    findings = new MergedFindings();
  }

  private static String race(String fingerprint) {
    return """
    {"schema":1,"kind":"race","fingerprint":"%s","time":"2026-11-23T14:05:09.123Z","pid":1,\
    "location":{"kind":"array","class":"int[]","name":"","index":3,"object":"int[]@1b"},\
    "accesses":[{"op":"write","thread":"t23","stack":[{"class":"com.acme.Counter","method":"inc",\
    "file":"Counter.java","line":12}],"locks":[{"object":"Lock@7","at":{"class":"com.acme.Counter",\
    "method":"inc","file":"Counter.java","line":11}},{"object":"Object@8","at":null}]},\
    {"op":"read","thread":"t1","stack":[{"class":"com.acme.Counter","method":"get","file":null,\
    "line":-1}],"locks":null}],\
    "threads":[{"id":"t23","name":"worker","virtual":false,"state":"finished","createdBy":"t1",\
    "createdAt":[{"class":"com.acme.App","method":"main","file":"App.java","line":7}]},\
    {"id":"t1","name":"main","virtual":false,"state":"running","createdBy":null,"createdAt":[]}],\
    "hint":"use a lock"}
    """
        .formatted(fingerprint);
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  @Test
  void rendersWhatTheDetectorPrinted() throws Exception {
    findings.add(file("a", race("0123456789abcdef") + SUMMARY));
    assertThat(findings.notes()).isEmpty();
    assertThat(new TextReport("").render(findings))
        .isEqualTo(
            """
            ==================
            WARNING: DATA RACE
            Write of element 3 of int[] (int[]@1b) by thread "worker" (id 23):
              com.acme.Counter.inc(Counter.java:12)
              holding: Lock@7 (locked at Counter.java:11), Object@8

            Previous read by thread "main" (id 1):
              com.acme.Counter.get(Unknown Source)
              holding: not known any more

            Thread "worker" (id 23, finished) created at:
              com.acme.App.main(App.java:7)
            Hint: use a lock
            Fingerprint: 0123456789abcdef
            ==================
            Found 1 data race(s)
            racedetect: 5 classes instrumented, 3 skipped (2 for unknown reasons; 1 method too large)
            """);
  }

  @Test
  void mergesByFingerprint() throws Exception {
    findings.add(file("a", race("00") + race("01") + SUMMARY));
    findings.add(file("b", race("01") + race("02") + SUMMARY));
    assertThat(findings.races())
        .extracting(ReportedRace::fingerprint)
        .containsExactly("00", "01", "02");
    assertThat(findings.occurrences("01")).isEqualTo(2);
    assertThat(findings.occurrences("03")).isZero();
    assertThat(findings.summary().races()).isEqualTo(3);
    assertThat(findings.summary().coverage().instrumented()).isEqualTo(10);
    assertThat(findings.summary().millis()).isEqualTo(3000);
  }

  @Test
  void degradationsAndUnknownKindsAreCounted() throws Exception {
    String degraded =
        "{\"schema\":1,\"kind\":\"degraded\",\"what\":\"class lost\",\"detail\":\"A\"}\n";
    findings.add(file("a", degraded + degraded + "{\"schema\":1,\"kind\":\"hint\"}\n\n" + SUMMARY));
    assertThat(new TextReport("").render(findings))
        .contains("racedetect: class lost: 2 time(s)\n")
        .contains("racedetect: 1 record(s) of kind 'hint' are not shown");
  }

  @Test
  void rendersTheEscapesThatTheDetectorPrintedOnceEach() throws Exception {
    String escape =
        """
        {"schema":1,"kind":"escape","fingerprint":"0a","exception":"a.Lost","message":"m",\
        "how":"periodic-cancelled","confidence":"likely",\
        "thread":{"id":"t9","name":"w","virtual":false,"state":"running","createdBy":null,\
        "createdAt":[]},"stack":[{"class":"a.Job","method":"run","file":"Job.java","line":3}],\
        "causes":[{"exception":"a.Why","message":null,"stack":[]}],\
        "submittedAt":[{"class":"a.App","method":"main","file":"App.java","line":7}],\
        "consequence":"periodic task DEAD after 3 runs"}
        """;
    findings.add(file("a", escape + escape + SUMMARY));
    assertThat(findings.occurrences("0a")).isEqualTo(2);
    assertThat(new TextReport("").render(findings))
        .isEqualTo(
            """
            ==================
            WARNING: ESCAPED EXCEPTION (periodic-cancelled)
            a.Lost: m
              a.Job.run(Job.java:3)
            Caused by: a.Why

            Task scheduled at:
              a.App.main(App.java:7)
            In: thread "w" (id 9)
            Consequence: periodic task DEAD after 3 runs, scheduled at App.java:7
            Hint: catch the exception in the periodic task: one that leaves it suppresses all\
             further runs
            Confidence: likely
            Fingerprint: 0a
            ==================
            Found 1 escaped exception(s)
            racedetect: 5 classes instrumented, 3 skipped (2 for unknown reasons; 1 method too\
             large)
            """);
  }

  @Test
  void aLineCutOffByTheDeathOfItsJvmIsNoted() throws Exception {
    String second = race("01");
    findings.add(file("a", race("00") + second.substring(0, second.length() / 2)));
    assertThat(findings.races()).hasSize(1);
    assertThat(findings.notes()).hasSize(2);
    assertThat(findings.notes().get(0)).contains("cut off");
    assertThat(findings.notes().get(1)).contains("no summary");
  }

  @Test
  void whatIsNoFindingIsRefusedWithFileAndLine() throws Exception {
    Path broken = file("broken", SUMMARY + "oops\n" + SUMMARY);
    assertThatThrownBy(() -> findings.add(broken))
        .isInstanceOf(FindingsException.class)
        .hasMessage(broken + " line 2: not a JSON record");
    Path foreign = file("foreign", "{\"a\":1}\n");
    assertThatThrownBy(() -> findings.add(foreign)).hasMessageContaining("line 1: not a finding");
    Path newer = file("newer", "{\"schema\":2,\"kind\":\"race\"}\n");
    assertThatThrownBy(() -> findings.add(newer)).hasMessageContaining("schema 2 is not known");
    Path lacking = file("lacking", race("00").replace("\"accesses\"", "\"axes\""));
    assertThatThrownBy(() -> findings.add(lacking)).hasMessageContaining("'accesses' is missing");
    Path wrong = file("wrong", race("00").replace("\"id\":\"t1\"", "\"id\":\"x\""));
    assertThatThrownBy(() -> findings.add(wrong)).hasMessageContaining("'x' is not the id");
  }

  @Test
  void missingFilesAndFoldersAreRefused() {
    assertThatThrownBy(() -> findings.add(folder.resolve("none")))
        .isInstanceOf(FindingsException.class)
        .hasMessageEndingWith("none: no such file");
    assertThatThrownBy(() -> findings.add(folder)).isInstanceOf(FindingsException.class);
  }
}
