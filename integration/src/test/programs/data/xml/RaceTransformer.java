import java.io.StringReader;
import java.io.StringWriter;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;

/** 3.4: a transformer is for one thread at a time. */
class RaceTransformer {
  private static Transformer transformer;
  
  private static void transform() throws Exception {
    transformer.transform( // RACE TransformerImpl
        new StreamSource(new StringReader("<a/>")), new StreamResult(new StringWriter()));
  }

  public static void main(String[] args) throws Exception {
    transformer = TransformerFactory.newInstance().newTransformer();
    Thread first =
        new Thread(
            () -> {
              try {
                transform();
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    Thread second =
        new Thread(
            () -> {
              try {
                transform();
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
