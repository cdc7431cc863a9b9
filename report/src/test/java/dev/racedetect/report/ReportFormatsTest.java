package dev.racedetect.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.racedetect.runtime.options.ClassPatterns;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** The same findings in each form, against golden files and what the forms' readers demand. */
class ReportFormatsTest {

  private static final Path RESOURCES =
      Path.of("src", "test", "resources", "dev", "racedetect", "report");
  private static final String TODAY = "2026-11-27";

  private @TempDir Path repository;
  private final AppFrames app = new AppFrames(ClassPatterns.NONE);
  private final TextReport text = new TextReport("", app, false);
  private SourceFiles sources;
  private Triage triage;

  @BeforeEach
  void read() throws Exception {
    Files.createDirectory(repository.resolve(".git"));
    Path folder = Files.createDirectories(repository.resolve("core module/src/com/acme"));
    Files.copy(RESOURCES.resolve("Counter.java.txt"), folder.resolve("Counter.java"));
    sources = new SourceFiles(List.of(repository));
    triage = triage("findings.jsonl");
  }

  private Triage triage(String file) throws FindingsException {
    MergedFindings findings = new MergedFindings();
    findings.add(RESOURCES.resolve(file));
    Baseline baseline = Baseline.read(RESOURCES.resolve("baseline.json"));
    return new Triage(findings, baseline, app, TODAY);
  }

  private Triage none() {
    return new Triage(new MergedFindings(), new Baseline(), app, TODAY);
  }

  private static String render(ReportFormat form, Triage triage) throws Exception {
    StringBuilder out = new StringBuilder();
    form.write(triage, out);
    return out.toString();
  }

  @Test
  void text() throws Exception {
    Golden.assertMatches("report.txt", render(text, triage));
    assertThat(render(text, none())).isEmpty();
  }

  @Test
  void coloredTextEmphasisesTheProgramsFrames() throws Exception {
    String colored = render(new TextReport("", app, true), triage);
    assertThat(colored)
        .contains("\u001b[1mcom.acme.Counter.inc(Counter.java:9)\u001b[0m")
        .contains("\u001b[2mjava.lang.Thread.run(Thread.java:840)\u001b[0m");
    assertThat(colored.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(render(text, triage));
  }

  @Test
  void html() throws Exception {
    String page = render(new HtmlReport(app, sources, "1.0"), triage);
    Golden.assertMatches("report.html", page);
    assertThat(page).doesNotContain("http:", "https:", "src=", "@import", "url(", "<script>alert");
    assertThat(render(new HtmlReport(app, sources, "1.0"), none())).contains("no new findings");
  }

  @Test
  void sarif() throws Exception {
    String sarif = render(new SarifReport(app, sources, "1.0"), triage);
    Golden.assertMatches("report.sarif", sarif);
    assertThat(schema().validate(sarif, InputFormat.JSON)).isEmpty();
    assertThat(schema().validate(sarif.replace("ruleId", "rule_id"), InputFormat.JSON))
        .as("the validator does validate")
        .isNotEmpty();
    String empty = render(new SarifReport(app, sources, "1.0"), none());
    assertThat(schema().validate(empty, InputFormat.JSON)).isEmpty();
  }

  private static Schema schema() throws Exception {
    try (InputStream in =
        ReportFormatsTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(in);
    }
  }

  @Test
  void sarifResultsPointIntoTheRepositoryAndToTheOtherAccess() throws Exception {
    JsonNode run =
        new ObjectMapper()
            .readTree(render(new SarifReport(app, sources, "1.0"), triage))
            .at("/runs/0");
    Set<String> ids = new HashSet<>();
    run.at("/tool/driver/rules").forEach(rule -> ids.add(rule.path("id").asText()));
    for (JsonNode result : run.path("results")) {
      String rule = result.path("ruleId").asText();
      assertThat(ids).contains(rule);
      assertThat(run.at("/tool/driver/rules/" + result.path("ruleIndex").asInt() + "/id").asText())
          .isEqualTo(rule);
      assertThat(result.at("/partialFingerprints/racedetect~1v1").asText()).hasSize(16);
      assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri").asText())
          .doesNotStartWith("/")
          .doesNotContain(" ", "\\");
      assertThat(result.at("/relatedLocations/0/id").asInt()).isEqualTo(1);
    }
    JsonNode first = run.at("/results/0");
    assertThat(first.at("/locations/0/physicalLocation/artifactLocation/uri").asText())
        .isEqualTo("core%20module/src/com/acme/Counter.java");
    assertThat(first.at("/relatedLocations/0/physicalLocation/region/startLine").asInt())
        .isEqualTo(13);
  }

  @Test
  void junit() throws Exception {
    String xml = render(new JUnitReport(text, app), triage);
    Golden.assertMatches("report.xml", xml);
    Element suite = suite(xml);
    int cases = suite.getElementsByTagName("testcase").getLength();
    assertThat(suite.getAttribute("tests")).isEqualTo(Integer.toString(cases));
    assertThat(suite.getAttribute("failures"))
        .isEqualTo(Integer.toString(suite.getElementsByTagName("failure").getLength()));
    Element passed = suite(render(new JUnitReport(text, app), none()));
    assertThat(passed.getElementsByTagName("testcase").getLength()).isEqualTo(1);
    assertThat(passed.getAttribute("failures")).isEqualTo("0");
  }

  private static Element suite(String xml) throws Exception {
    return (Element)
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(xml)))
            .getElementsByTagName("testsuite")
            .item(0);
  }

  @Test
  void github() throws Exception {
    Golden.assertMatches("github.txt", render(new GithubReport(app, sources, 50), triage));
    Golden.assertMatches("summary.md", render(new MarkdownSummary(app, sources, text), triage));
  }

  @Test
  void githubsLimitsAreKept() throws Exception {
    Path many = repository.resolve("many.jsonl");
    String race = Files.readAllLines(RESOURCES.resolve("findings.jsonl")).get(0);
    StringBuilder lines = new StringBuilder();
    for (int i = 10; i < 40; i++) {
      lines.append(race.replace("9f2c000000000001", "9f2c0000000000" + i)).append('\n');
    }
    Files.writeString(many, lines);
    MergedFindings findings = new MergedFindings();
    findings.add(many);
    Triage all = new Triage(findings, new Baseline(), app, TODAY);
    GithubReport report = new GithubReport(app, sources, 50);
    String commands = render(report, all);
    assertThat(commands.lines().filter(line -> line.startsWith("::error "))).hasSize(9);
    assertThat(commands).contains("::notice title=racedetect::21 more findings");
    assertThat(report.written()).isEqualTo(10);
    assertThat(render(new GithubReport(app, sources, 3), all).lines()).hasSize(3);
    GithubReport exhausted = new GithubReport(app, sources, 0);
    assertThat(render(exhausted, all)).startsWith("racedetect: 30 findings without annotation");
    assertThat(exhausted.written()).isZero();
    assertThat(render(new MarkdownSummary(app, sources, text), all).split("<details>")).hasSize(31);
  }
}
