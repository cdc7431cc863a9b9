import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;

/** 3.4, F4: readers and writers that lock themselves. */
class NoRaceLockedText {
  private static final BufferedReader in = new BufferedReader(new StringReader("a\nb\nc"));
  private static final StringWriter text = new StringWriter();
  private static final PrintWriter out = new PrintWriter(text, true);

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              try {
                out.println(in.readLine());
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    Thread second =
        new Thread(
            () -> {
              try {
                out.printf("%s%n", in.readLine());
                text.toString();
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
