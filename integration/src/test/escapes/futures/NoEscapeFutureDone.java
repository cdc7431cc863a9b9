package futures;

import java.util.concurrent.*;

// O1: done of the program's own FutureTask looks.
public class NoEscapeFutureDone {
  public static void main(String[] args) throws Exception {
    FutureTask<Integer> task =
        new FutureTask<>(() -> Integer.parseInt("x")) {
          @Override
          protected void done() {
            try {
              get();
            } catch (InterruptedException | ExecutionException e) {
              System.out.println("recovered");
            }
          }
        };
    Thread thread = new Thread(task);
    thread.start();
    thread.join();
  }
}
