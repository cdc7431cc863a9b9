package dev.racedetect.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.racedetect.runtime.options.ClassPatterns;
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

  private String text() throws IOException {
    AppFrames app = new AppFrames(ClassPatterns.NONE);
    StringBuilder out = new StringBuilder();
    Triage triage = new Triage(findings, new Baseline(), app, "2026-11-27");
    new TextReport("", app, false).write(triage, out);
    return out.toString();
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  @Test
  void countsByVersionAndHost() throws Exception {
    String origin = "\"pid\":1,\"host\":\"%s\",\"version\":\"%s\",";
    String one = race("00000000000000aa").replace("\"pid\":1,", origin.formatted("web-1", "1.2"));
    String two = race("00000000000000aa").replace("\"pid\":1,", origin.formatted("web-2", "1.2"));
    String old = race("00000000000000aa").replace("\"pid\":1,", origin.formatted("web-2", "1.1"));
    findings.add(file("a.jsonl", one + two + old + SUMMARY));
    assertThat(findings.whereabouts("00000000000000aa").versions())
        .containsEntry("1.2", 2)
        .containsEntry("1.1", 1);
    assertThat(text())
        .contains(
            "00000000000000aa found in 3 record(s): version 1.2: 2, 1.1: 1; host web-2: 2, web-1: 1");
  }

  @Test
  void rendersWhatTheDetectorPrinted() throws Exception {
    findings.add(file("a", race("0123456789abcdef") + SUMMARY));
    assertThat(findings.notes()).isEmpty();
    assertThat(text())
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
    assertThat(findings.findings())
        .extracting(ReportedFinding::fingerprint)
        .containsExactly("00", "01", "02");
    assertThat(findings.occurrences("01")).isEqualTo(2);
    assertThat(findings.occurrences("03")).isZero();
    assertThat(findings.summary(3, 0).races()).isEqualTo(3);
    assertThat(findings.summary(3, 0).coverage().instrumented()).isEqualTo(10);
    assertThat(findings.summary(3, 0).millis()).isEqualTo(3000);
  }

  @Test
  void degradationsAndUnknownKindsAreCounted() throws Exception {
    String degraded =
        "{\"schema\":1,\"kind\":\"degraded\",\"what\":\"class lost\",\"detail\":\"A\"}\n";
    findings.add(file("a", degraded + degraded + "{\"schema\":1,\"kind\":\"echo\"}\n\n" + SUMMARY));
    assertThat(text())
        .contains("racedetect: class lost: 2 time(s)\n")
        .contains("racedetect: 1 record(s) of kind 'echo' are not shown");
  }

  @Test
  void aLineCutOffByTheDeathOfItsJvmIsNoted() throws Exception {
    String second = race("01");
    findings.add(file("a", race("00") + second.substring(0, second.length() / 2)));
    assertThat(findings.findings()).hasSize(1);
    assertThat(findings.notes()).hasSize(2);
    assertThat(findings.notes().get(0)).contains("cut off");
    assertThat(findings.notes().get(1)).contains("no summary");
  }

  @Test
  void manyKilledProcessesAreOneNote() throws Exception {
    for (int i = 0; i < 3; i++) {
      findings.add(file("a" + i, race("00") + "{\"schema\":1,\"ki"));
    }
    assertThat(findings.notes())
        .containsExactly(
            "3 times: a last line was cut off by the end of its process and is left out; first "
                + folder.resolve("a0"),
            "3 times: no summary, the program was killed or still runs; first "
                + folder.resolve("a0"));
    assertThat(findings.leftOut()).isZero();
  }

  @Test
  void aRecordThatFollowsACutOffOneInItsLineIsKept() throws Exception {
    String whole = race("00");
    findings.add(file("a", whole + whole.substring(0, 99) + race("01") + SUMMARY));
    assertThat(findings.findings())
        .extracting(ReportedFinding::fingerprint)
        .containsExactly("00", "01");
    assertThat(findings.notes()).singleElement().asString().contains("cut off");
  }

  @Test
  void damageInTheMiddleIsCountedAndTheRestIsRead() throws Exception {
    findings.add(file("a", SUMMARY + "oops\n" + race("00")));
    assertThat(findings.findings()).hasSize(1);
    assertThat(findings.leftOut()).isEqualTo(1);
    assertThat(findings.notes()).singleElement().asString().contains("a line 2: not a record");
  }

  @Test
  void newerSchemasAreReadAsFarAsTheyAreUnderstood() throws Exception {
    String known = race("00").replace("\"schema\":1", "\"schema\":2");
    String unknown = "{\"schema\":2,\"kind\":\"race\",\"fingerprint\":\"01\",\"pair\":[]}\n";
    String kind = "{\"schema\":2,\"kind\":\"deadlock\",\"fingerprint\":\"03\"}\n";
    findings.add(file("a", known + unknown + kind + race("02") + SUMMARY));
    assertThat(findings.findings())
        .extracting(ReportedFinding::fingerprint)
        .containsExactly("00", "02");
    assertThat(findings.notes()).hasSize(2).allMatch(note -> note.contains("a newer version"));
    assertThat(findings.leftOut()).isEqualTo(2);
  }

  @Test
  void whatIsNoFileOfFindingsIsRefused() throws Exception {
    Path broken = file("broken", "oops\n" + SUMMARY);
    assertThatThrownBy(() -> findings.add(broken))
        .isInstanceOf(FindingsException.class)
        .hasMessage(broken + " line 1: not a record of findings");
    Path foreign = file("foreign", "{\"a\":1}\n");
    assertThatThrownBy(() -> findings.add(foreign)).hasMessageContaining("line 1: not a record");
    Path lacking = file("lacking", race("00").replace("\"accesses\"", "\"axes\""));
    assertThatThrownBy(() -> findings.add(lacking)).hasMessageContaining("'accesses' is missing");
    Path wrong = file("wrong", race("00").replace("\"id\":\"t1\"", "\"id\":\"x\""));
    assertThatThrownBy(() -> findings.add(wrong)).hasMessageContaining("'x' is not the id");
  }

  @Test
  void memoryDoesNotGrowWithRecords() throws Exception {
    byte[] line = race("00").getBytes(java.nio.charset.StandardCharsets.UTF_8);
    int records = 20_000;
    java.io.InputStream endless =
        new java.io.InputStream() {
          private long at;

          @Override
          public int read() {
            return at == (long) records * line.length ? -1 : line[(int) (at++ % line.length)];
          }
        };
    long[] read = new long[1];
    findings.add("endless", endless, bytes -> read[0] += bytes);
    assertThat(findings.findings()).hasSize(1);
    assertThat(findings.occurrences("00")).isEqualTo(records);
    assertThat(read[0]).isEqualTo((long) records * line.length);
  }

  @Test
  void missingFilesAndFoldersAreRefused() {
    assertThatThrownBy(() -> findings.add(folder.resolve("none")))
        .isInstanceOf(FindingsException.class)
        .hasMessageEndingWith("none: no such file");
    assertThatThrownBy(() -> findings.add(folder)).isInstanceOf(FindingsException.class);
  }
}
