package forkjoin;

import java.util.concurrent.*;

// O4: invokeAll of tasks throws one exception and cancels the rest.
public class NoEscapeInvokeAll {
  static class Part extends RecursiveAction {
    final String number;

    Part(String number) {
      this.number = number;
    }

    @Override
    protected void compute() {
      Integer.parseInt(number);
    }
  }

  public static void main(String[] args) throws Exception {
    try {
      ForkJoinTask.invokeAll(new Part("x"), new Part("y"), new Part("1"), new Part("z"));
    } catch (RuntimeException e) {
      System.out.println("recovered");
    }
    Thread.sleep(100);
  }
}
