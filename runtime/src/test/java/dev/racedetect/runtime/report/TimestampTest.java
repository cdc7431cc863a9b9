package dev.racedetect.runtime.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimestampTest {

  @Test
  void agreesWithJavaTime() {
    Random random = new Random(7);
    for (int i = 0; i < 10_000; i++) {
      // Up to the year 9999.
      Instant instant = Instant.ofEpochMilli((long) (random.nextDouble() * 253_402_300_799_999L));
      assertThat(Instant.parse(Timestamp.iso(instant.toEpochMilli()))).isEqualTo(instant);
    }
  }

  @Test
  void leapDaysAndCenturies() {
    for (String day : new String[] {"1970-01-01", "2000-02-29", "2024-02-29", "2100-03-01"}) {
      String text = day + "T00:00:00.000Z";
      assertThat(Timestamp.iso(Instant.parse(text).toEpochMilli())).isEqualTo(text);
    }
  }
}
