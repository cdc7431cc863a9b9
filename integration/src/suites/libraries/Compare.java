import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Compares two folders of Surefire reports: which tests ran, and how each ended. */
class Compare {

  public static void main(String[] args) throws Exception {
    Map<String, String> plain = results(Path.of(args[0]));
    Map<String, String> watched = results(Path.of(args[1]));
    TreeSet<String> tests = new TreeSet<>(plain.keySet());
    tests.addAll(watched.keySet());
    int different = 0;
    for (String test : tests) {
      String without = plain.getOrDefault(test, "did not run");
      String with = watched.getOrDefault(test, "did not run");
      if (!without.equals(with)) {
        different++;
        System.out.println(test + ": " + without + " without, " + with + " with the detector");
      }
    }
    System.out.println(plain.size() + " tests, " + different + " different");
    System.exit(plain.isEmpty() || different > 0 ? 1 : 0);
  }

  private static Map<String, String> results(Path folder) throws Exception {
    Map<String, String> results = new TreeMap<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "TEST-*.xml")) {
      for (Path file : files) {
        Element suite =
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(file.toFile())
                .getDocumentElement();
        NodeList cases = suite.getElementsByTagName("testcase");
        for (int i = 0; i < cases.getLength(); i++) {
          Element test = (Element) cases.item(i);
          // Names of parameterized tests may hold identities of objects.
          String name = test.getAttribute("name").replaceAll("@[0-9a-f]{4,}", "@...");
          results.merge(test.getAttribute("classname") + " " + name, result(test), (a, b) -> a + ", " + b);
        }
      }
    }
    return results;
  }

  private static String result(Element test) {
    for (String bad : new String[] {"failure", "error", "skipped"}) {
      if (test.getElementsByTagName(bad).getLength() > 0) {
        return bad;
      }
    }
    return "passed";
  }
}
