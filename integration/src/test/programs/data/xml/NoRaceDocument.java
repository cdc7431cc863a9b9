import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;

/** 3.4: the nodes have been made before. */
class NoRaceDocument {
  private static Document document;

  public static void main(String[] args) throws Exception {
    document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(
                new ByteArrayInputStream("<a><b/><c/></a>".getBytes(StandardCharsets.UTF_8)));
    document.getDocumentElement().getFirstChild().getNextSibling();
    document.getDocumentElement().normalize();
    Thread first =
        new Thread(
            () -> {
              document.getDocumentElement().getFirstChild().getNextSibling();
            });
    Thread second =
        new Thread(
            () -> {
              document.getDocumentElement().getFirstChild().getNextSibling();
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
