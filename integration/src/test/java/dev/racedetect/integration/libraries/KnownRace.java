package dev.racedetect.integration.libraries;

import dev.racedetect.integration.harness.Race;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * A true data race of a library, as a line of {@code known-races.txt} describes it.
 *
 * @param finding the section of {@code docs/findings.md} with the reasoning
 * @param location the class and the field, or the type of the array
 * @param sites class and method of both accesses, in any order; one where both are in the same
 */
record KnownRace(String finding, String location, Set<String> sites) {

  /**
   * Reads all known races of a folder.
   *
   * @param module the folder of {@code known-races.txt}
   */
  static List<KnownRace> read(Path module) {
    try {
      return Files.readAllLines(module.resolve("known-races.txt")).stream()
          .filter(line -> !line.startsWith("#"))
          .map(KnownRace::parse)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static KnownRace parse(String line) {
    String[] columns = line.split("\\s*\\|\\s*", -1);
    return new KnownRace(columns[0], columns[1], Set.of(columns[2].split(" ", -1)));
  }

  /** Tells whether a reported race is this one. */
  boolean covers(Race race) {
    String reported =
        race.member().isEmpty() ? race.className() : race.className() + "." + race.member();
    return location.equals(reported)
        && sites.equals(Set.copyOf(List.of(name(race.current()), name(race.previous()))));
  }

  private static String name(Race.Site site) {
    return site.className() + "." + site.method();
  }
}
