import java.util.Scanner;

/** 3.4: hasNext reads ahead. */
class RaceScanner {
  private static final Scanner scanner = new Scanner("a b c");

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              scanner.hasNext(); // RACE Scanner
            });
    Thread second =
        new Thread(
            () -> {
              scanner.next(); // RACE Scanner
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
