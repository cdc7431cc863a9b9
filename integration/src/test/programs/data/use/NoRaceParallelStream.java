import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** E6: the reads of a parallel stream end before its terminal operation returns. */
class NoRaceParallelStream {
  private static final List<Integer> list = new ArrayList<>();
  private static final Map<Integer, Integer> map = new HashMap<>();
  private static final Set<Integer> set = new HashSet<>();

  public static void main(String[] args) {
    for (int round = 0; round < 20; round++) {
      for (int i = 0; i < 100; i++) {
        list.add(i);
        map.put(round * 100 + i, i);
        set.add(round * 100 + i);
      }
      list.replaceAll(x -> x + 1);
      map.replaceAll((k, v) -> v + 1);
      int sum = list.parallelStream().mapToInt(x -> x).sum();
      sum += map.values().parallelStream().mapToInt(x -> x).sum();
      sum += map.entrySet().parallelStream().mapToInt(e -> e.getValue()).sum();
      List<Integer> copy = set.parallelStream().map(x -> x + 1).collect(Collectors.toList());
      copy.add(sum);
      list.remove(0);
    }
  }
}
