package dev.racedetect.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.racedetect.maven.SuiteReport.Detector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteReportTest {

  private static final String JAVA = "<property name=\"java.version\" value=\"17\"/>";

  @TempDir private Path folder;

  private Detector detector(String properties) throws IOException {
    Files.writeString(
        folder.resolve("TEST-com.acme.A.xml"),
        "<testsuite name=\"com.acme.A\">" + properties + "<testcase name=\"a\"/></testsuite>");
    assertThat(SuiteReport.read(folder, 0))
        .extracting(SuiteReport::name)
        .containsExactly("com.acme.A");
    return SuiteReport.read(folder, 0).get(0).detector();
  }

  @Test
  void propertiesTell() throws IOException {
    assertThat(detector("<properties>" + JAVA + "</properties>")).isEqualTo(Detector.ABSENT);
    assertThat(
            detector(
                "<properties>%s<property name=\"racedetect.version\" value=\"1\"/></properties>"
                    .formatted(JAVA)))
        .isEqualTo(Detector.PRESENT);
  }

  @Test
  void withoutPropertiesNothingIsKnown() throws IOException {
    assertThat(detector("")).isEqualTo(Detector.UNKNOWN);
    assertThat(detector("<properties/>")).isEqualTo(Detector.UNKNOWN);
  }

  @Test
  void reportsOfEarlierBuildsDoNotCount() throws IOException {
    detector("");
    assertThat(SuiteReport.read(folder, System.currentTimeMillis() + 10_000)).isEmpty();
    assertThat(SuiteReport.read(folder.resolve("none"), 0)).isEmpty();
  }

  @Test
  void brokenReportIsNamed() throws IOException {
    Files.writeString(folder.resolve("TEST-broken.xml"), "<testsuite><properties>");
    assertThatThrownBy(() -> SuiteReport.read(folder, 0))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("TEST-broken.xml is no XML");
  }
}
