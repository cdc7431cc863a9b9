import java.io.StringReader;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.xml.sax.InputSource;

/** 3.4: a builder for each thread. */
class NoRaceDocumentBuilder {
  private static DocumentBuilder builder;
  
  private static InputSource source() {
    return new InputSource(new StringReader("<a/>"));
  }

  public static void main(String[] args) throws Exception {
    builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    Thread first =
        new Thread(
            () -> {
              try {
                builder.parse(source());
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    Thread second =
        new Thread(
            () -> {
              try {
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(source());
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
