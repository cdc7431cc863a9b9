import java.text.SimpleDateFormat;
import java.util.Date;

/** 3.4: one format for each thread. */
class NoRaceThreadLocalFormat {
  private static final ThreadLocal<SimpleDateFormat> format =
      ThreadLocal.withInitial(() -> new SimpleDateFormat("yyyy"));

  public static void main(String[] args) throws Exception {
    Runnable work =
        () -> {
          for (int i = 0; i < 10; i++) {
            format.get().format(new Date(i));
          }
        };
    Thread first = new Thread(work);
    Thread second = new Thread(work);
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
