package dev.racedetect.report;

import org.jspecify.annotations.Nullable;

/**
 * A finding that is known.
 *
 * @param fingerprint its fingerprint
 * @param kind {@code race} or {@code escape}
 * @param what its title, for those who read the file
 * @param owner who cares for it; null for nobody
 * @param reason why it is tolerated; null for none
 * @param expires the last day on which it is, {@code 2026-12-31}, UTC; null for no end
 */
public record BaselineEntry(
    String fingerprint,
    String kind,
    String what,
    @Nullable String owner,
    @Nullable String reason,
    @Nullable String expires) {

  /** Whether it counts no more. ISO dates are ordered as text. */
  boolean expired(String today) {
    return expires != null && expires.compareTo(today) < 0;
  }

  /** Owner, reason and expiry in parentheses, with a space before; empty when there are none. */
  public String remarks() {
    StringBuilder out = new StringBuilder();
    append(out, "owner ", owner);
    append(out, "", reason);
    append(out, "until ", expires);
    return out.isEmpty() ? "" : " (" + out + ")";
  }

  private static void append(StringBuilder out, String label, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      out.append(out.isEmpty() ? "" : "; ").append(label).append(value);
    }
  }
}
