import java.io.OutputStream;
import java.io.PrintStream;

/** 3.5: print of an array of characters reads them. */
class RacePrintChars {
  public static void main(String[] args) throws Exception {
    PrintStream out = new PrintStream(OutputStream.nullOutputStream());
    char[] array = new char[4];
    Thread first =
        new Thread(
            () -> {
              out.println(array); // RACE char[]
            });
    Thread second =
        new Thread(
            () -> {
              array[3] = 'z'; // RACE char[]
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
