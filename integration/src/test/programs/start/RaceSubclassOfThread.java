/** THR-5: a subclass that overrides run, and a starter that goes on writing. */
class RaceSubclassOfThread {
  static int x;

  static class Worker extends Thread {
    @Override
    public void run() {
      x++; // RACE x
    }
  }

  public static void main(String[] args) throws Exception {
    Worker t = new Worker();
    t.start();
    x++; // RACE x
    t.join();
  }
}
