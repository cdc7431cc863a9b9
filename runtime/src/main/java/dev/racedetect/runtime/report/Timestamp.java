package dev.racedetect.runtime.report;

/**
 * Points in time as ISO-8601 text in UTC. The formatters of {@code java.time} use classes that the
 * detector observes, so this is done by hand.
 */
final class Timestamp {

  private static final long MILLIS_PER_DAY = 86_400_000L;
  private static final int DAYS_PER_ERA = 146_097; // 400 years of the Gregorian calendar
  private static final int DAYS_TO_1970 = 719_468; // since 1 March of year 0

  private Timestamp() {}

  /**
   * Renders a point in time as {@code 2026-11-23T14:05:09.123Z}.
   *
   * @param millis milliseconds since 1970-01-01T00:00Z, not negative
   */
  static String iso(long millis) {
    long days = millis / MILLIS_PER_DAY + DAYS_TO_1970;
    long era = days / DAYS_PER_ERA;
    long day = days % DAYS_PER_ERA;
    // Years start in March here, so that the leap day is the last day of a year.
    long year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
    long dayOfYear = day - (365 * year + year / 4 - year / 100);
    long monthFromMarch = (5 * dayOfYear + 2) / 153;
    long dayOfMonth = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1;
    long month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
    long civilYear = era * 400 + year + (month <= 2 ? 1 : 0);
    long time = millis % MILLIS_PER_DAY;
    StringBuilder out = new StringBuilder(24);
    append(out, civilYear, 4).append('-');
    append(out, month, 2).append('-');
    append(out, dayOfMonth, 2).append('T');
    append(out, time / 3_600_000, 2).append(':');
    append(out, time / 60_000 % 60, 2).append(':');
    append(out, time / 1000 % 60, 2).append('.');
    return append(out, time % 1000, 3).append('Z').toString();
  }

  private static StringBuilder append(StringBuilder out, long number, int digits) {
    String text = Long.toString(number);
    for (int i = text.length(); i < digits; i++) {
      out.append('0');
    }
    return out.append(text);
  }
}
