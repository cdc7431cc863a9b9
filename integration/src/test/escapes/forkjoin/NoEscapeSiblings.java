package forkjoin;

import java.util.concurrent.*;

// O4: several parts of a computation fail, its caller sees one exception.
public class NoEscapeSiblings {
  static class Sum extends RecursiveTask<Integer> {
    final int from;
    final int to;

    Sum(int from, int to) {
      this.from = from;
      this.to = to;
    }

    @Override
    protected Integer compute() {
      if (to - from == 1) {
        return Integer.parseInt("x" + from);
      }
      Sum left = new Sum(from, (from + to) / 2);
      Sum right = new Sum((from + to) / 2, to);
      left.fork();
      right.fork();
      return right.join() + left.join();
    }
  }

  public static void main(String[] args) throws Exception {
    try {
      System.out.println(new ForkJoinPool(4).invoke(new Sum(0, 64)));
    } catch (RuntimeException e) {
      System.out.println("recovered");
    }
  }
}
