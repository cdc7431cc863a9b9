package stages;

import java.util.concurrent.*;

// F2: nobody looks at the failed stage that a method returns.
public class EscapeFailedFuture {
  static CompletableFuture<Integer> save(String text) {
    try {
      return CompletableFuture.completedFuture(Integer.parseInt(text));
    } catch (NumberFormatException e) {
      return CompletableFuture.failedFuture(e); // ESCAPE completion-unobserved NumberFormatException
    }
  }

  public static void main(String[] args) throws Exception {
    save("x");
  }
}
