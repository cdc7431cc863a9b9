import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** PS-1, PS-2, PS-4 to PS-6, PS-8, PS-9: what parallel streams and array operations order. */
class NoRaceStreamOrder {
  static int inOrder;
  static int before;

  static class Box implements Comparable<Box> {
    int value;

    Box(int value) {
      this.value = value;
    }

    @Override
    public int compareTo(Box other) {
      return Integer.compare(value, other.value);
    }
  }

  public static void main(String[] args) throws Exception {
    before = 1;
    IntStream.range(0, 2000).parallel().forEachOrdered(i -> inOrder += before);
    inOrder++;
    int[] steps = new int[1];
    long n = Stream.iterate(0, i -> {
      steps[0]++;
      return i + before;
    }).parallel().limit(500).filter(i -> i >= 0).count();
    steps[0] += (int) n;
    List<Box> boxes =
        IntStream.range(0, 3000).parallel().mapToObj(i -> new Box(3000 - i)).sorted().toList();
    boxes.forEach(b -> b.value++);
    List<Box> collected =
        boxes.parallelStream()
            .map(b -> new Box(b.value++))
            .collect(Collectors.toCollection(ArrayList::new));
    collected.forEach(b -> b.value++);
    boxes.parallelStream().map(b -> b.value).anyMatch(v -> v == 17);
    before++;
    Box[] array = new Box[20000];
    Arrays.parallelSetAll(array, i -> new Box(20000 - i));
    Arrays.parallelSort(array);
    array[0].value++;
    int[] sums = new int[20000];
    Arrays.parallelSetAll(sums, i -> i);
    Arrays.parallelPrefix(sums, Integer::sum);
    sums[5]++;
    int sum = boxes.parallelStream().distinct().mapToInt(b -> b.value).sum();
    before += sum;
  }
}
