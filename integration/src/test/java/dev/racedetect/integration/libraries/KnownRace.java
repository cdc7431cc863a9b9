package dev.racedetect.integration.libraries;

import dev.racedetect.integration.harness.Race;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A true data race of a library, as a line of {@code known-races.txt} describes it.
 *
 * <p>A trailing asterisk stands for any rest of a name.
 *
 * @param finding the section of {@code docs/findings.md} with the reasoning
 * @param location the class and the field, or the type of the array
 * @param sites class and method of the accesses, in any order: each access is in one of them, and
 *     each of them has an access
 */
record KnownRace(String finding, String location, List<String> sites) {

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
    return new KnownRace(columns[0], columns[1], List.of(columns[2].split(" ", -1)));
  }

  /** Tells whether a reported race is this one. */
  boolean covers(Race race) {
    String reported =
        race.member().isEmpty() ? race.className() : race.className() + "." + race.member();
    List<String> accesses = List.of(name(race.current()), name(race.previous()));
    return matches(location, reported)
        && accesses.stream().allMatch(access -> sites.stream().anyMatch(s -> matches(s, access)))
        && sites.stream().allMatch(site -> accesses.stream().anyMatch(a -> matches(site, a)));
  }

  private static boolean matches(String pattern, String name) {
    return pattern.endsWith("*")
        ? name.startsWith(pattern.substring(0, pattern.length() - 1))
        : name.equals(pattern);
  }

  private static String name(Race.Site site) {
    return site.className() + "." + site.method();
  }
}
