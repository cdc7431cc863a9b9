package dev.racedetect.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * In how many records of each version of the program, and of each host, a finding was found. Empty
 * where records name neither.
 */
public final class Whereabouts {
  /** Above this many, further hosts are counted together: they may come and go by the thousand. */
  private static final int HOSTS = 256;

  private static final String OTHERS = "others";

  /** How many are named in a line. */
  private static final int SHOWN = 8;

  private final Map<String, Integer> versions = new LinkedHashMap<>();
  private final Map<String, Integer> hosts = new LinkedHashMap<>();

  Whereabouts() {}

  /** Counts a record; a name may be empty for unknown. */
  void add(String version, String host) {
    if (!version.isEmpty()) {
      count(versions, version);
    }
    if (!host.isEmpty()) {
      count(hosts, host);
    }
  }

  private static void count(Map<String, Integer> counts, String name) {
    boolean room = counts.containsKey(name) || counts.size() < HOSTS;
    counts.merge(room ? name : OTHERS, 1, Integer::sum);
  }

  /** Records by version. */
  public Map<String, Integer> versions() {
    return Map.copyOf(versions);
  }

  /** Records by host. */
  public Map<String, Integer> hosts() {
    return Map.copyOf(hosts);
  }

  /** {@code version 1.2: 3, 1.3: 1; host a: 4}, the most frequent first; empty if unknown. */
  public String sentence() {
    String byVersion = list("version", versions);
    String byHost = list("host", hosts);
    return byVersion + (byVersion.isEmpty() || byHost.isEmpty() ? "" : "; ") + byHost;
  }

  private static String list(String what, Map<String, Integer> counts) {
    if (counts.isEmpty()) {
      return "";
    }
    List<Map.Entry<String, Integer>> all = new ArrayList<>(counts.entrySet());
    all.sort(
        Map.Entry.<String, Integer>comparingByValue()
            .reversed()
            .thenComparing(Map.Entry.comparingByKey()));
    List<String> parts = new ArrayList<>();
    for (Map.Entry<String, Integer> entry : all.subList(0, Math.min(SHOWN, all.size()))) {
      parts.add(entry.getKey() + ": " + entry.getValue());
    }
    if (all.size() > SHOWN) {
      parts.add((all.size() - SHOWN) + " more");
    }
    return what + " " + String.join(", ", parts);
  }
}
