package deaths;


// O6: the thread group of the program receives the exception.
public class NoEscapeThreadGroup {
  public static void main(String[] args) throws Exception {
    ThreadGroup group =
        new ThreadGroup("mine") {
          @Override
          public void uncaughtException(Thread thread, Throwable thrown) {
            System.out.println("recovered " + thrown);
          }
        };
    Thread thread = new Thread(group, () -> Integer.parseInt("x"));
    thread.start();
    thread.join();
  }
}
