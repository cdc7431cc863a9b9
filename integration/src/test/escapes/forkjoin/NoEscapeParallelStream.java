package forkjoin;

import java.util.stream.IntStream;

// O4: the caller of a parallel stream catches one exception of many.
public class NoEscapeParallelStream {
  public static void main(String[] args) throws Exception {
    for (int round = 0; round < 20; round++) {
      try {
        IntStream.range(0, 1000).parallel().forEach(i -> Integer.parseInt("x" + i));
      } catch (NumberFormatException e) {
        System.gc();
      }
    }
    Thread.sleep(100);
  }
}
