/** THR-1: the plain fields of the task, written by its constructor. */
class NoRaceFieldsOfRunnable {
  static class Task implements Runnable {
    int in;
    int out;

    Task(int in) {
      this.in = in;
    }

    @Override
    public void run() {
      out = in + 1;
    }
  }

  public static void main(String[] args) throws Exception {
    Task task = new Task(1);
    Thread t = new Thread(task);
    t.start();
    t.join();
    if (task.out != 2) {
      throw new AssertionError(task.out);
    }
  }
}
