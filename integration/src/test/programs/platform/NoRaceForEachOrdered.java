import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * PS-4: an action happens-before the action of the next element, also where the task before was done
 * with its elements when a task was split.
 */
class NoRaceForEachOrdered {
  static int plain;

  public static void main(String[] args) {
    for (int round = 0; round < 300; round++) {
      IntStream.range(0, 64).parallel().forEachOrdered(i -> plain += i);
    }
    Stream.iterate(1, i -> i + 1).limit(2000).parallel().map(i -> i + 1).forEachOrdered(i -> plain += i);
    if (plain != 300 * 2016 + 2003000) {
      throw new AssertionError(plain);
    }
  }
}
