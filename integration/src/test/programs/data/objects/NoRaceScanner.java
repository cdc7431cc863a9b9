import java.util.Scanner;

/** 3.4: hasNext reads ahead: reads only, or one for each thread. */
class NoRaceScanner {
  private static final Scanner scanner = new Scanner("a b c");

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              scanner.locale();
            });
    Thread second =
        new Thread(
            () -> {
              scanner.radix();
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
