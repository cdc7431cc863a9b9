import java.io.StringReader;
import java.io.StringWriter;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;

/** 3.4: a transformer under a lock. */
class NoRaceTransformer {
  private static Transformer transformer;
  
  private static void transform() throws Exception {
    transformer.transform(
        new StreamSource(new StringReader("<a/>")), new StreamResult(new StringWriter()));
  }

  public static void main(String[] args) throws Exception {
    transformer = TransformerFactory.newInstance().newTransformer();
    Thread first =
        new Thread(
            () -> {
              try {
                synchronized (transformer) {
                  transform();
                }
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    Thread second =
        new Thread(
            () -> {
              try {
                synchronized (transformer) {
                  transform();
                }
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
