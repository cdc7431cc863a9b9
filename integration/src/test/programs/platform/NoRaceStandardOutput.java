import java.io.OutputStream;
import java.io.PrintStream;

/** F: what was done to a stream before it became the standard output comes before what is written there. */
class NoRaceStandardOutput {
  static int plain;

  static final class Out extends OutputStream {
    @Override
    public void write(int b) {
      if (plain != 1) {
        throw new AssertionError();
      }
    }
  }

  public static void main(String[] args) throws Exception {
    PrintStream before = System.out;
    PrintStream mine = new PrintStream(new Out());
    Thread writer =
        new Thread(
            () -> {
              while (System.out != mine) {
                Thread.yield();
              }
              System.out.println("x");
            });
    writer.start();
    plain = 1;
    System.setOut(mine);
    writer.join();
    System.setOut(before);
  }
}
