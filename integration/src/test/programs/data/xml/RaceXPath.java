import java.io.StringReader;
import javax.xml.xpath.XPathExpression;
import javax.xml.xpath.XPathFactory;
import org.xml.sax.InputSource;

/** 3.4: a compiled path is for one thread at a time. */
class RaceXPath {
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
                path.evaluate(source()); // RACE XPathExpressionImpl
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    Thread second =
        new Thread(
            () -> {
              try {
                path.evaluate(source()); // RACE XPathExpressionImpl
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
