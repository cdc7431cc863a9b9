package dev.racedetect.report;

import dev.racedetect.runtime.race.Frames;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Findings as JUnit XML, which every build server shows: one test case a finding, failed if it is
 * new, skipped if it is known. Without findings there is one case that passed, since many servers
 * take a suite without cases for an error.
 */
public final class JUnitReport implements ReportFormat {

  private static final String SUITE = "racedetect";

  private final TextReport text;
  private final AppFrames app;

  /**
   * Creates a renderer.
   *
   * @param text renders the content of a failure
   * @param app the program's own code
   */
  public JUnitReport(TextReport text, AppFrames app) {
    this.text = text;
    this.app = app;
  }

  @Override
  public void write(Triage triage, Appendable out) throws IOException {
    List<Triage.Item> items = new ArrayList<>(triage.fresh());
    items.addAll(triage.known());
    StringWriter buffer = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(buffer);
      buffer.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
      xml.writeStartElement("testsuites");
      counts(xml, items.size(), triage);
      xml.writeCharacters("\n  ");
      xml.writeStartElement("testsuite");
      counts(xml, items.size(), triage);
      for (Triage.Item item : items) {
        testcase(xml, item);
        flush(xml, buffer, out);
      }
      if (items.isEmpty()) {
        xml.writeCharacters("\n    ");
        xml.writeEmptyElement("testcase");
        xml.writeAttribute("classname", SUITE);
        xml.writeAttribute("name", "no data race");
        xml.writeAttribute("time", "0");
      }
      xml.writeCharacters("\n  ");
      xml.writeEndElement();
      xml.writeCharacters("\n");
      xml.writeEndElement();
      xml.writeCharacters("\n");
      flush(xml, buffer, out);
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private static void flush(XMLStreamWriter xml, StringWriter buffer, Appendable out)
      throws XMLStreamException, IOException {
    xml.flush();
    out.append(buffer.getBuffer());
    buffer.getBuffer().setLength(0);
  }

  private static void counts(XMLStreamWriter xml, int items, Triage triage)
      throws XMLStreamException {
    xml.writeAttribute("name", SUITE);
    xml.writeAttribute("tests", Integer.toString(Math.max(items, 1)));
    xml.writeAttribute("failures", Integer.toString(triage.fresh().size()));
    xml.writeAttribute("errors", "0");
    xml.writeAttribute("skipped", Integer.toString(triage.known().size()));
    xml.writeAttribute("time", "0");
  }

  private void testcase(XMLStreamWriter xml, Triage.Item item) throws XMLStreamException {
    ReportedFinding finding = item.finding();
    StackTraceElement frame = app.innermost(Frames.trim(finding.stack()));
    xml.writeCharacters("\n    ");
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", frame == null ? SUITE : valid(frame.getClassName()));
    xml.writeAttribute("name", valid(finding.title()) + " [" + valid(finding.fingerprint()) + "]");
    xml.writeAttribute("time", "0");
    xml.writeCharacters("\n      ");
    if (item.status() == Triage.Status.KNOWN) {
      xml.writeEmptyElement("skipped");
      String remarks = item.entry() == null ? "" : item.entry().remarks();
      xml.writeAttribute("message", valid("known" + remarks));
    } else {
      xml.writeStartElement("failure");
      xml.writeAttribute("type", finding instanceof ReportedRace ? "data race" : "escape");
      String hint = finding.hint();
      xml.writeAttribute("message", valid(finding.title() + (hint == null ? "" : ": " + hint)));
      xml.writeCharacters(valid("\n" + text.render(finding)));
      xml.writeEndElement();
    }
    xml.writeCharacters("\n    ");
    xml.writeEndElement();
  }

  /** Text without the characters that XML 1.0 cannot hold, not even as references. */
  private static String valid(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> isValid(c) ? c : '\ufffd')
        .forEach(out::appendCodePoint);
    return out.toString();
  }

  private static boolean isValid(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || c >= 0x20 && c <= 0xd7ff
        || c >= 0xe000 && c <= 0xfffd
        || c >= 0x10000;
  }
}
