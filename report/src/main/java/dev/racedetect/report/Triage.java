package dev.racedetect.report;

import dev.racedetect.runtime.report.Summary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The merged findings, told apart by what is to be done about them. */
public final class Triage {

  /** What a finding is to the reader. */
  public enum Status {
    /** Nobody knows it; it fails the build. */
    NEW,
    /** The baseline's entry has expired; it fails the build. */
    EXPIRED,
    /** Listed in the baseline. */
    KNOWN
  }

  /**
   * A finding with its status.
   *
   * @param finding the finding
   * @param status what it is to the reader
   * @param entry its entry in the baseline; null for none
   * @param occurrences in how many records it was found
   * @param whereabouts in which versions of the program, and on which hosts
   */
  public record Item(
      ReportedFinding finding,
      Status status,
      @Nullable BaselineEntry entry,
      int occurrences,
      Whereabouts whereabouts) {}

  private final MergedFindings findings;
  private final List<Item> fresh = new ArrayList<>();
  private final List<Item> known = new ArrayList<>();
  private final List<BaselineEntry> fixed = new ArrayList<>();
  private final Map<String, Integer> foreign = new TreeMap<>();

  /**
   * Tells them apart.
   *
   * @param findings the findings
   * @param baseline what is known
   * @param app the program's own code
   * @param today the present day, {@code 2026-11-27}
   */
  public Triage(MergedFindings findings, Baseline baseline, AppFrames app, String today) {
    this.findings = findings;
    Set<String> found = new HashSet<>();
    for (ReportedFinding finding : findings.findings()) {
      found.add(finding.fingerprint());
      if (finding instanceof ReportedRace race && app.excludes(race.finding())) {
        foreign.merge(library(race), 1, Integer::sum);
      } else {
        add(finding, baseline.entry(finding.fingerprint()), today);
      }
    }
    for (ReportedRace race : findings.foreign()) {
      if (found.add(race.fingerprint())) {
        foreign.merge(library(race), 1, Integer::sum);
      }
    }
    for (BaselineEntry entry : baseline.entries()) {
      if (!found.contains(entry.fingerprint())) {
        fixed.add(entry);
      }
    }
  }

  private void add(ReportedFinding finding, @Nullable BaselineEntry entry, String today) {
    int occurrences = findings.occurrences(finding.fingerprint());
    Whereabouts whereabouts = findings.whereabouts(finding.fingerprint());
    boolean expired = entry != null && entry.expired(today);
    boolean isKnown = entry != null || findings.knownByRuns(finding.fingerprint());
    if (isKnown && !expired) {
      known.add(new Item(finding, Status.KNOWN, entry, occurrences, whereabouts));
    } else {
      Status status = expired ? Status.EXPIRED : Status.NEW;
      fresh.add(new Item(finding, status, entry, occurrences, whereabouts));
    }
  }

  /** The library of a race that is not the program's; its package when that is not known. */
  private static String library(ReportedRace race) {
    String library = race.provenance().library();
    if (library != null) {
      return library;
    }
    StackTraceElement[] stack = race.stack();
    for (StackTraceElement frame : stack) {
      if (frame.getModuleName() != null) {
        String version = frame.getModuleVersion();
        return frame.getModuleName() + (version == null ? "" : " " + version);
      }
    }
    String type = race.finding().location().className();
    int dot = type.lastIndexOf('.');
    return dot < 0 ? type : type.substring(0, dot);
  }

  /** What fails: new and expired findings. */
  public List<Item> fresh() {
    return Collections.unmodifiableList(fresh);
  }

  /** What the baseline lists. */
  public List<Item> known() {
    return Collections.unmodifiableList(known);
  }

  /** Entries of the baseline that were not found any more. */
  public List<BaselineEntry> fixed() {
    return Collections.unmodifiableList(fixed);
  }

  /** Distinct races outside the program's own code, by library and version. */
  public Map<String, Integer> foreign() {
    return Collections.unmodifiableMap(foreign);
  }

  /** The merged findings. */
  public MergedFindings findings() {
    return findings;
  }

  /** The sum of all runs; the findings are the failing ones. */
  public Summary summary() {
    int races = 0;
    for (Item item : fresh) {
      races += item.finding() instanceof ReportedRace ? 1 : 0;
    }
    return findings.summary(races, fresh.size() - races);
  }

  /** The result in a line without full stop: {@code 2 new findings, 1 known, 1 fixed}. */
  public String inShort() {
    StringBuilder out = new StringBuilder(count(fresh.size(), "new finding"));
    for (Item item : fresh) {
      if (item.status() == Status.EXPIRED) {
        out.append(" (some known but expired)");
        break;
      }
    }
    append(out, known.size(), " known");
    append(out, fixed.size(), " fixed");
    int foreignRaces = foreign.values().stream().mapToInt(Integer::intValue).sum();
    append(out, foreignRaces, " in libraries only");
    return out.toString();
  }

  private static void append(StringBuilder out, int count, String what) {
    if (count > 0) {
      out.append(", ").append(count).append(what);
    }
  }

  static String count(int count, String what) {
    return (count == 0 ? "no" : Integer.toString(count)) + " " + what + (count == 1 ? "" : "s");
  }
}
