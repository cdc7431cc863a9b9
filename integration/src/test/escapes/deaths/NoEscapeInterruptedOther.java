package deaths;


// N2: an interrupted thread ends with an exception that does not tell of the interruption.
public class NoEscapeInterruptedOther {
  public static void main(String[] args) throws Exception {
    Thread thread =
        new Thread(
            () -> {
              try {
                Thread.sleep(60_000);
              } catch (InterruptedException e) {
                throw new IllegalStateException("stopped");
              }
            });
    thread.start();
    thread.interrupt();
    thread.join();
  }
}
