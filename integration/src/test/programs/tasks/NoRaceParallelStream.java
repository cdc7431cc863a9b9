import java.util.Arrays;
import java.util.List;

/** PS-1, PS-2: a parallel stream between what comes before and after it. */
class NoRaceParallelStream {
  static int factor;

  public static void main(String[] args) throws Exception {
    factor = 2;
    int[] source = new int[1_000];
    for (int i = 0; i < source.length; i++) {
      source[i] = i;
    }
    int[] doubled = Arrays.stream(source).parallel().map(i -> factor * i).toArray();
    for (int i = 0; i < doubled.length; i++) {
      if (doubled[i] != 2 * i) {
        throw new AssertionError();
      }
    }
    List<int[]> boxes =
        java.util.stream.IntStream.range(0, 1_000)
            .parallel()
            .mapToObj(i -> new int[] {i})
            .collect(java.util.stream.Collectors.toList());
    int sum = 0;
    for (int[] box : boxes) {
      sum += box[0];
      box[0] = 0;
    }
    if (sum != 499_500) {
      throw new AssertionError(sum);
    }
  }
}
