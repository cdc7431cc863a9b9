package dev.racedetect.agent.contract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * One row of the catalogue of happens-before edges.
 *
 * @param id what the table of contracts refers to
 * @param mark when it applies: on, prac, opt, off, data or none
 * @param section A1 to F9
 * @param release the releasing side, or the methods
 * @param acquire the acquiring side, or the effect
 */
record CatalogueRow(String id, String mark, String section, String release, String acquire) {

  static List<CatalogueRow> readAll() {
    return lines("catalogue.tsv").stream()
        .map(line -> line.split("\t", -1))
        .map(c -> new CatalogueRow(c[0], c[1], c[2], c[3], c[4]))
        .toList();
  }

  /** Whether the row must not be an edge. */
  boolean isNever() {
    return mark.equals("off");
  }

  /** The lines of a resource, without comments. */
  static List<String> lines(String resource) {
    InputStream in = CatalogueRow.class.getResourceAsStream(resource);
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
      return reader.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
