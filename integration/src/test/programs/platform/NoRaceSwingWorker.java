import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.swing.SwingWorker;

/** SW-5: background work is ordered after its start and before its results. */
class NoRaceSwingWorker {
  static final CountDownLatch DONE = new CountDownLatch(1);
  static int before;
  static int[] made;
  static int processed;

  static class Work extends SwingWorker<int[], int[]> {
    int passes;

    @Override
    protected int[] doInBackground() {
      before++;
      for (int i = 0; i < 3; i++) {
        int[] part = new int[1];
        part[0] = i;
        passes++;
        publish(part);
      }
      made = new int[] {passes};
      return made;
    }

    @Override
    protected void process(List<int[]> parts) {
      for (int[] part : parts) {
        processed += part[0]++;
      }
    }

    @Override
    protected void done() {
      try {
        processed += get()[0]++;
      } catch (Exception e) {
        throw new AssertionError(e);
      }
      made = null;
      DONE.countDown();
    }
  }

  public static void main(String[] args) throws Exception {
    System.setProperty("java.awt.headless", "true");
    Work work = new Work();
    before = 1;
    work.execute();
    DONE.await();
    before++;
  }
}
