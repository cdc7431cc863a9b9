package deaths;


// D1: the JVM itself tells of the exception that ends main, there is only a record.
// EXIT 1
public class EscapeMain {
  public static void main(String[] args) throws Exception {
    throw new IllegalStateException("lost"); // ESCAPE thread-death IllegalStateException
  }
}
