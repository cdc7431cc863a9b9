package dev.racedetect.agent.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is said of catalogue rows apart from the table of contracts.
 *
 * @param how hook, follows, coarse or not
 * @param text where, from what, in which way, or why not
 */
record Beyond(String how, String text) {

  /** By catalogue id. */
  static Map<String, List<Beyond>> readAll() {
    Map<String, List<Beyond>> all = new LinkedHashMap<>();
    for (String line : CatalogueRow.lines("beyond.tsv")) {
      String[] columns = line.split("\t", -1);
      for (String id : columns[0].split(" ")) {
        all.computeIfAbsent(id, i -> new ArrayList<>()).add(new Beyond(columns[1], columns[2]));
      }
    }
    return all;
  }

  @Override
  public String toString() {
    return switch (how) {
      case "not" -> "deliberately not: " + text;
      case "follows" -> "follows: " + text;
      default -> how + ": " + text;
    };
  }
}
