package deaths;

// O6: the thread group of the program receives the exception before it passes it on.
public class NoEscapeThreadGroupPassesOn {
  public static void main(String[] args) throws Exception {
    ThreadGroup group =
        new ThreadGroup("mine") {
          @Override
          public void uncaughtException(Thread thread, Throwable thrown) {
            System.out.println("recovered " + thrown);
            super.uncaughtException(thread, thrown);
          }
        };
    Thread thread = new Thread(new ThreadGroup(group, "inner"), () -> Integer.parseInt("x"));
    thread.start();
    thread.join();
  }
}
