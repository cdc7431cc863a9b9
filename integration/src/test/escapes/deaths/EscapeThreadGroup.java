package deaths;

// D1: the thread group of the program does nothing of its own with exceptions.
public class EscapeThreadGroup {
  public static void main(String[] args) throws Exception {
    ThreadGroup group = new ThreadGroup("mine") {};
    Thread thread = new Thread(new ThreadGroup(group, "inner"), () -> Integer.parseInt("x"));
    thread.start(); // ESCAPE thread-death NumberFormatException
    thread.join();
  }
}
