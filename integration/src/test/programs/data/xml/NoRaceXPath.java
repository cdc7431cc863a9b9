import java.io.StringReader;
import javax.xml.xpath.XPathExpression;
import javax.xml.xpath.XPathFactory;
import org.xml.sax.InputSource;

/** 3.4: a path for each thread. */
class NoRaceXPath {
  private static XPathExpression path;
  
  private static InputSource source() {
    return new InputSource(new StringReader("<a/>"));
  }

  public static void main(String[] args) throws Exception {
    path = XPathFactory.newInstance().newXPath().compile("/a");
    Thread first =
        new Thread(
            () -> {
              try {
                XPathFactory.newInstance().newXPath().compile("/a").evaluate(source());
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    Thread second =
        new Thread(
            () -> {
              try {
                path.evaluate(source());
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
