package dev.racedetect.maven;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The report that Surefire or Failsafe writes on a class of tests, {@code TEST-*.xml}. It lists the
 * system properties of the JVM, and so whether the detector was there.
 *
 * @param name the class of tests
 * @param detector whether the detector was there
 */
record SuiteReport(String name, Detector detector) {

  /** A property that each JVM has. */
  private static final String ALWAYS = "java.version";

  /** The property that the detector sets when it has started. */
  private static final String PRESENCE = "racedetect.version";

  /** Whether the detector was there. */
  enum Detector {
    /** It was. */
    PRESENT,
    /** It was not. */
    ABSENT,
    /** The report does not say: properties can be left out, and tests can change them. */
    UNKNOWN
  }

  /**
   * The reports of a folder.
   *
   * @param since older ones are of earlier builds; milliseconds since 1970
   */
  static List<SuiteReport> read(Path folder, long since) throws IOException {
    List<SuiteReport> reports = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "TEST-*.xml")) {
        for (Path file : files) {
          if (Files.getLastModifiedTime(file).toMillis() >= since) {
            reports.add(read(file));
          }
        }
      }
    }
    return reports;
  }

  private static SuiteReport read(Path file) throws IOException {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    String name = String.valueOf(file.getFileName()).replaceFirst("^TEST-(.*)\\.xml$", "$1");
    Detector detector = Detector.UNKNOWN;
    try (InputStream in = Files.newInputStream(file)) {
      XMLStreamReader xml = factory.createXMLStreamReader(in);
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("properties")) {
          break;
        }
        if (event == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("property")) {
          String property = xml.getAttributeValue(null, "name");
          if (PRESENCE.equals(property)) {
            return new SuiteReport(name, Detector.PRESENT);
          }
          if (ALWAYS.equals(property)) {
            detector = Detector.ABSENT;
          }
        }
      }
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException(file + " is no XML: " + e.getMessage(), e);
    }
    return new SuiteReport(name, detector);
  }
}
