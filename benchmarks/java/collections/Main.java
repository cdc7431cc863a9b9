package collections;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What library collections cost: nanoseconds of CPU time per operation, one line a kernel.
 *
 * <p>{@code single}: the collections are used by one thread; {@code shared}: two threads read the same ones, which
 * were filled before these started. Free of data races.
 *
 * <pre>
 * usage: java collections.Main single|shared
 * </pre>
 */
public final class Main {
  private static final int SIZE = 2_000;
  private static final int WORDS = 300;
  private static final int WARMUP = 4;
  private static final int MEASURED = 7;

  private static final Map<Integer, Integer> MAP = new HashMap<>();
  private static final List<Integer> LIST = new ArrayList<>();
  private static final Map<String, Integer> COUNTS = new HashMap<>();
  private static final String[] WORD = new String[WORDS];

  private interface Kernel {
    long run(int rounds);
  }

  private static long mapGet(int rounds) {
    long sum = 0;
    for (int r = 0; r < rounds; r++) {
      for (int i = 0; i < SIZE; i++) {
        sum += MAP.get(i);
      }
    }
    return sum;
  }

  private static long mapIterate(int rounds) {
    long sum = 0;
    for (int r = 0; r < rounds; r++) {
      for (Map.Entry<Integer, Integer> e : MAP.entrySet()) {
        sum += e.getKey() + e.getValue();
      }
    }
    return sum;
  }

  private static long listGet(int rounds) {
    long sum = 0;
    for (int r = 0; r < rounds; r++) {
      for (int i = 0; i < SIZE; i++) {
        sum += LIST.get(i);
      }
    }
    return sum;
  }

  private static long listIterate(int rounds) {
    long sum = 0;
    for (int r = 0; r < rounds; r++) {
      for (int x : LIST) {
        sum += x;
      }
    }
    return sum;
  }

  private static long countWords(int rounds) {
    for (int r = 0; r < rounds; r++) {
      for (String word : WORD) {
        COUNTS.merge(word, 1, Integer::sum);
      }
    }
    return COUNTS.size();
  }

  private static long build(int rounds) {
    long sum = 0;
    for (int r = 0; r < rounds; r++) {
      List<Integer> list = new ArrayList<>();
      Map<Integer, Integer> map = new HashMap<>();
      for (int i = 0; i < 100; i++) {
        list.add(i);
        map.put(i & 31, i);
      }
      sum += list.size() + map.size();
    }
    return sum;
  }

  private static long group(int rounds) {
    long sum = 0;
    for (int r = 0; r < rounds; r++) {
      Map<Integer, List<Integer>> map = new HashMap<>();
      for (int i = 0; i < 100; i++) {
        map.computeIfAbsent(i & 15, k -> new ArrayList<>()).add(i);
      }
      sum += map.size();
    }
    return sum;
  }

  private static long append(int rounds) {
    long sum = 0;
    for (int r = 0; r < rounds; r++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 100; i++) {
        text.append((char) ('a' + (i & 15))).append("x");
      }
      sum += text.toString().length();
    }
    return sum;
  }

  private static void measure(String name, Kernel kernel, int rounds, long operations, boolean print) {
    long sum = 0;
    for (int i = 0; i < WARMUP; i++) {
      sum += kernel.run(rounds);
    }
    long best = Long.MAX_VALUE;
    for (int i = 0; i < MEASURED; i++) {
      long start = cpu();
      sum += kernel.run(rounds);
      best = Math.min(best, cpu() - start);
    }
    if (print) {
      System.out.printf("%s %.3f %d%n", name, (double) best / operations / rounds, sum);
    }
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static void reads(boolean print) {
    measure("mapGet", Main::mapGet, 2_000, SIZE, print);
    measure("mapIterate", Main::mapIterate, 1_000, SIZE, print);
    measure("listGet", Main::listGet, 4_000, SIZE, print);
    measure("listIterate", Main::listIterate, 4_000, SIZE, print);
  }

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < SIZE; i++) {
      MAP.put(i, i);
      LIST.add(i);
    }
    for (int i = 0; i < WORDS; i++) {
      WORD[i] = "word" + i;
    }
    if (args[0].equals("shared")) {
      Thread other = new Thread(() -> reads(false));
      other.start();
      reads(true);
      other.join();
      return;
    }
    reads(true);
    measure("countWords", Main::countWords, 2_000, WORDS, true);
    measure("build", Main::build, 5_000, 200, true);
    measure("group", Main::group, 5_000, 100, true);
    measure("append", Main::append, 5_000, 200, true);
  }

  private Main() {}
}
