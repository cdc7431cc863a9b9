import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;

/** 3.4: nodes are made by the getter that comes first. */
class RaceDocument {
  private static Document document;

  public static void main(String[] args) throws Exception {
    document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(
                new ByteArrayInputStream("<a><b/><c/></a>".getBytes(StandardCharsets.UTF_8)));
    Thread first =
        new Thread(
            () -> {
              document.getDocumentElement().getFirstChild(); // RACE DeferredDocumentImpl
            });
    Thread second =
        new Thread(
            () -> {
              document.getDocumentElement().getFirstChild(); // RACE DeferredDocumentImpl
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
