package deaths;


// N2: a thread ends because it was interrupted.
public class NoEscapeInterrupted {
  public static void main(String[] args) throws Exception {
    Thread thread =
        new Thread(
            () -> {
              try {
                Thread.sleep(60_000);
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    thread.start();
    thread.interrupt();
    thread.join();
  }
}
